// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/course.h"
#include "tests/gui/window_fixture.h"

#include <QDir>
#include <QFile>
#include <QRandomGenerator>
#include <QTemporaryDir>

#include <array>

using namespace awaitscope;
using awaitscope::test::OpenWindow;

namespace {

/// Names of the threads that this process has.
QStringList threadNames()
{
    QStringList names;
    for (const QString &id : QDir(QStringLiteral("/proc/self/task")).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        QFile name(QStringLiteral("/proc/self/task/%1/comm").arg(id));
        if (name.open(QFile::ReadOnly))
            names.append(QString::fromUtf8(name.readAll().trimmed()));
    }
    return names;
}

/// A user who presses, clicks, drags, turns and types whatever comes.
class Hands
{
public:
    Hands(OpenWindow &open, quint32 seed) : open_(open), random_(seed) { }

    void act()
    {
        Session &session = open_.window.session();
        switch (random_.bounded(12)) {
        case 0:
        case 1:
        case 2:
        case 3:
            return press();
        case 4:
        case 5:
        case 6:
            return click();
        case 7:
            return open_.window.resize(300 + random_.bounded(1700), 250 + random_.bounded(1000));
        case 8:
            return open_.window.setThemeChoice(static_cast<ThemeChoice>(random_.bounded(3)));
        case 9:
            return changeParameter(session);
        case 10:
            return wheel();
        default:
            QTest::qWait(random_.bounded(4)); // lets runs go on for a while
        }
    }

private:
    void press()
    {
        static constexpr std::array keys{Qt::Key_Space, Qt::Key_Left, Qt::Key_Right, Qt::Key_Home, Qt::Key_End, Qt::Key_W,
            Qt::Key_S, Qt::Key_A, Qt::Key_D, Qt::Key_0, Qt::Key_1, Qt::Key_2, Qt::Key_Escape, Qt::Key_Tab, Qt::Key_Backtab,
            Qt::Key_Return, Qt::Key_Up, Qt::Key_Down, Qt::Key_PageUp, Qt::Key_PageDown, Qt::Key_F1, Qt::Key_C, Qt::Key_E,
            Qt::Key_K, Qt::Key_R, Qt::Key_T, Qt::Key_Question, Qt::Key_Backspace, Qt::Key_9, Qt::Key_Plus};
        static constexpr std::array modifiers{
            Qt::NoModifier, Qt::NoModifier, Qt::NoModifier, Qt::ShiftModifier, Qt::ControlModifier};
        QWidget *target = open_.window.focusWidget() ? open_.window.focusWidget() : &open_.window;
        QTest::keyClick(target, keys[at(keys.size())], modifiers[at(modifiers.size())]);
    }

    void click()
    {
        const QPoint where(random_.bounded(open_.window.width()), random_.bounded(open_.window.height()));
        QWidget *target = open_.window.childAt(where);
        if (!target || !target->isEnabled())
            return;
        const QPoint there = target->mapFrom(&open_.window, where);
        const auto button = random_.bounded(8) == 0 ? Qt::MiddleButton : Qt::LeftButton;
        if (random_.bounded(6) == 0)
            return QTest::mouseDClick(target, button, Qt::NoModifier, there);
        QTest::mousePress(target, button, Qt::NoModifier, there);
        const QPoint to = there + QPoint(random_.bounded(-200, 200), random_.bounded(-100, 100));
        const QPointer<QWidget> alive(target);
        if (random_.bounded(2) == 0)
            QTest::mouseMove(target, to);
        if (alive)
            QTest::mouseRelease(target, button, Qt::NoModifier, random_.bounded(2) == 0 ? there : to);
    }

    void wheel()
    {
        TimelineView *view = open_.window.timeline();
        const QPointF at(random_.bounded(std::max(1, view->width())), random_.bounded(std::max(1, view->height())));
        QWheelEvent event(at, view->mapToGlobal(at), {}, {random_.bounded(-240, 240), random_.bounded(-240, 240)}, Qt::NoButton,
            random_.bounded(2) == 0 ? Qt::ControlModifier : Qt::NoModifier, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(view, &event);
    }

    void changeParameter(Session &session)
    {
        const auto &specs = session.parameters().specs();
        const ParameterSpec &spec = specs[at(specs.size())];
        const qint64 most
            = std::min(spec.maximum, spec.type == ParameterType::Duration ? spec.minimum + 30'000'000 : spec.maximum);
        (void)session.setParameter(spec.id, random_.bounded(spec.minimum, most + 1));
        const auto &variants = session.lesson().definition.variants;
        session.choose(variants[at(variants.size())].id, random_.bounded(2) == 0);
        session.setClock(random_.bounded(2) == 0 ? ClockKind::Real : ClockKind::Virtual);
    }

    std::size_t at(std::size_t size) { return random_.bounded(static_cast<quint32>(size)); }

    OpenWindow &open_;
    QRandomGenerator random_;
};

} // namespace

class TestHands : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir home_;

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(home_.isValid());
        qputenv("HOME", home_.path().toLocal8Bit()); // where a picture would go
        qputenv("XDG_CONFIG_HOME", home_.path().toLocal8Bit());
        qputenv("XDG_STATE_HOME", home_.path().toLocal8Bit());
    }

    void noHandBreaksTheWindow_data()
    {
        QTest::addColumn<quint32>("seed");
        QTest::addColumn<bool>("headline");
        const bool full = qEnvironmentVariable("AWAITSCOPE_TEST_SIZE") == QLatin1String("full");
        for (quint32 seed = 1; seed <= (full ? 20u : 2u); ++seed)
            QTest::addRow("seed %u", seed) << seed << (seed % 2 == 1);
    }

    void noHandBreaksTheWindow()
    {
        QFETCH(quint32, seed);
        QFETCH(bool, headline);
        const bool full = qEnvironmentVariable("AWAITSCOPE_TEST_SIZE") == QLatin1String("full");
        const int actions = full ? 5000 : 1000;
        QTimer closer; // what opens in front of the window is closed again
        connect(&closer, &QTimer::timeout, this, [] {
            if (QWidget *modal = QApplication::activeModalWidget())
                modal->close();
            if (QWidget *popup = QApplication::activePopupWidget())
                popup->close();
        });
        closer.start(0);
        auto open = headline ? std::make_unique<OpenWindow>() : std::make_unique<OpenWindow>(test::course()[0], test::course());
        Hands hands(*open, seed);
        for (int i = 0; i < actions; ++i) {
            hands.act();
            if (i % 16 == 0)
                QCoreApplication::processEvents();
            // One state: what is shown never leaves the run that is on screen.
            const Playback &playback = open->window.session().playback();
            QVERIFY(playback.moment().applied.size() == playback.subjects().size());
            QVERIFY(playback.moment().step <= playback.stepCount() || open->window.session().isRunning());
        }
        if (const auto run = open->window.session().latest()) {
            QCOMPARE(run->liveFrames, 0);
            QVERIFY(run->problems.empty());
        }
        open->window.close();
        open.reset();
        QVERIFY2(!threadNames().contains(QStringLiteral("lesson")), qPrintable(threadNames().join(u' ')));
    }

    void theThreadOfARunCanBeSeen()
    {
        // Or the check above would pass whatever happens.
        OpenWindow open(false);
        open.set("getUser", "1s");
        open.key(Qt::Key_Space);
        QTRY_VERIFY(threadNames().contains(QStringLiteral("lesson")));
    }
};

QTEST_MAIN(TestHands)
#include "tst_hands.moc"
