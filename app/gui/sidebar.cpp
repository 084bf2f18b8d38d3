// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/sidebar.h"

#include "app/gui/lesson_delegate.h"
#include "widgets/controls/icons.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

namespace awaitscope {

namespace {

QString groupTitle(LessonGroup group)
{
    switch (group) {
    case LessonGroup::Patterns:
        return Sidebar::tr("Patterns");
    case LessonGroup::Pitfalls:
        return Sidebar::tr("Pitfalls");
    case LessonGroup::Practice:
        return Sidebar::tr("Practice");
    }
    return {};
}

QString lessonOf(const QListWidgetItem *item)
{
    return item ? item->data(LessonDelegate::IdRole).toString() : QString();
}

} // namespace

Sidebar::Sidebar(const std::vector<Lesson> &course, QWidget *parent) :
    QFrame(parent),
    filter_(new QLineEdit),
    list_(new QListWidget),
    savedRuns_(new QPushButton(tr("Saved runs"))),
    themeButton_(new QPushButton),
    keysButton_(new QPushButton(tr("Keys"))),
    findButton_(new QToolButton),
    theme_(&theme(ThemeKind::Light))
{
    setObjectName(QStringLiteral("sidebar"));
    auto *name = new QLabel(tr("Awaitscope"));
    name->setProperty("kind", QStringLiteral("appName"));
    name->setIndent(4);
    auto *head = new QHBoxLayout;
    head->addWidget(name, 1);
    head->addWidget(findButton_);
    auto *foot = new QHBoxLayout;
    foot->setSpacing(4);
    foot->addWidget(themeButton_);
    foot->addStretch(1);
    foot->addWidget(keysButton_);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 16, 12, 10);
    layout->setSpacing(10);
    layout->addLayout(head);
    layout->addWidget(filter_);
    layout->addWidget(list_, 1);
    layout->addWidget(savedRuns_);
    layout->addLayout(foot);

    filter_->setPlaceholderText(tr("Filter lessons  (Ctrl+F)"));
    filter_->setAccessibleName(tr("Filter lessons"));
    filter_->setToolTip(filter_->placeholderText());
    filter_->setClearButtonEnabled(true);
    filter_->installEventFilter(this);
    list_->setObjectName(QStringLiteral("lessons"));
    list_->setAccessibleName(tr("Lessons"));
    list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list_->setFocusPolicy(Qt::TabFocus);
    list_->setMouseTracking(true);
    list_->setItemDelegate(new LessonDelegate(list_));
    savedRuns_->setObjectName(QStringLiteral("savedRuns"));
    savedRuns_->setToolTip(tr("Your runs so far, and how they compare (Ctrl+H)"));
    savedRuns_->hide();
    for (QPushButton *button : {savedRuns_, themeButton_, keysButton_}) {
        button->setProperty("kind", QStringLiteral("foot"));
        button->setFocusPolicy(Qt::TabFocus);
        button->setIconSize(QSize(18, 18));
    }
    findButton_->setObjectName(QStringLiteral("find"));
    findButton_->setFocusPolicy(Qt::TabFocus);
    findButton_->setIconSize(QSize(18, 18));
    findButton_->setToolTip(tr("Find a lesson, an action, a setting or a word (Ctrl+K)"));
    findButton_->setAccessibleName(tr("Find anything"));
    keysButton_->setToolTip(tr("The keys of this window (F1)"));
    keysButton_->setAccessibleName(tr("Keys of this window"));

    fill(course);
    connect(filter_, &QLineEdit::textChanged, this, &Sidebar::applyFilter);
    connect(filter_, &QLineEdit::returnPressed, this, [this] {
        const QStringList ids = shown();
        if (ids.isEmpty())
            return;
        filter_->clear();
        Q_EMIT lessonWanted(ids.front());
    });
    connect(list_, &QListWidget::currentItemChanged, this, [this](const QListWidgetItem *item) {
        if (item)
            Q_EMIT lessonWanted(lessonOf(item));
    });
    connect(themeButton_, &QPushButton::clicked, this, &Sidebar::nextThemeWanted);
    connect(keysButton_, &QPushButton::clicked, this, &Sidebar::keysWanted);
    connect(savedRuns_, &QPushButton::clicked, this, &Sidebar::savedRunsWanted);
    connect(findButton_, &QToolButton::clicked, this, &Sidebar::findWanted);
    setThemeChoice(choice_);
}

void Sidebar::fill(const std::vector<Lesson> &course)
{
    std::optional<LessonGroup> group;
    for (const Lesson &lesson : course) {
        if (group != lesson.group) {
            group = lesson.group;
            auto *header = new QListWidgetItem(groupTitle(lesson.group), list_);
            header->setFlags(Qt::NoItemFlags);
        }
        auto *item = new QListWidgetItem(lesson.text.title, list_);
        item->setToolTip(lesson.text.title);
        item->setData(LessonDelegate::IdRole, lesson.id);
    }
}

void Sidebar::applyFilter(const QString &text)
{
    QListWidgetItem *header = nullptr;
    for (int row = 0; row < list_->count(); ++row) {
        QListWidgetItem *item = list_->item(row);
        if (lessonOf(item).isEmpty()) {
            header = item;
            header->setHidden(true);
            continue;
        }
        const bool fits = item->text().contains(text.trimmed(), Qt::CaseInsensitive) || lessonOf(item).contains(text.trimmed());
        item->setHidden(!fits);
        if (fits && header)
            header->setHidden(false);
    }
}

QStringList Sidebar::shown() const
{
    QStringList ids;
    for (int row = 0; row < list_->count(); ++row) {
        const QListWidgetItem *item = list_->item(row);
        if (!item->isHidden() && !lessonOf(item).isEmpty())
            ids.append(lessonOf(item));
    }
    return ids;
}

void Sidebar::setTheme(const Theme &theme)
{
    theme_ = &theme;
    static_cast<LessonDelegate *>(list_->itemDelegate())->setTheme(theme);
    list_->viewport()->update();
    keysButton_->setIcon(glyphIcon(Glyph::Keys, theme.secondary));
    savedRuns_->setIcon(glyphIcon(Glyph::History, theme.secondary));
    findButton_->setIcon(glyphIcon(Glyph::Find, theme.secondary));
    setThemeChoice(choice_);
}

void Sidebar::setThemeChoice(ThemeChoice choice)
{
    choice_ = choice;
    const Glyph glyph = choice == ThemeChoice::System ? Glyph::System : choice == ThemeChoice::Light ? Glyph::Sun : Glyph::Moon;
    const QString name = choice == ThemeChoice::System ? tr("System") : choice == ThemeChoice::Light ? tr("Light") : tr("Dark");
    themeButton_->setIcon(glyphIcon(glyph, theme_->secondary));
    themeButton_->setText(name);
    themeButton_->setAccessibleName(tr("Colours: %1").arg(name));
    themeButton_->setToolTip(tr("Colours: as the desktop, light or dark (Ctrl+T)"));
}

void Sidebar::setCurrent(const QString &lesson)
{
    const QSignalBlocker quiet(list_);
    for (int row = 0; row < list_->count(); ++row) {
        if (lessonOf(list_->item(row)) == lesson)
            list_->setCurrentRow(row);
    }
}

void Sidebar::setSteps(const QString &lesson, const StepsDone &done)
{
    for (int row = 0; row < list_->count(); ++row) {
        QListWidgetItem *item = list_->item(row);
        if (lessonOf(item) != lesson)
            continue;
        item->setData(LessonDelegate::StepsRole, done.count());
        const QString far = tr("%1 of %2 steps done").arg(done.count()).arg(stepCount);
        item->setToolTip(done.count() > 0 ? far : QString());
        const QString words = done.all() ? tr("%1, done") : done.count() > 0 ? tr("%1, begun, %2") : QStringLiteral("%1");
        item->setData(Qt::AccessibleTextRole, words.contains(u"%2") ? words.arg(item->text(), far) : words.arg(item->text()));
    }
}

int Sidebar::wantedWidth() const
{
    ensurePolished();
    list_->ensurePolished();
    int text = 0;
    for (int row = 0; row < list_->count(); ++row)
        text = std::max(text, LessonDelegate::widthOf(*list_, list_->item(row)->text()));
    const QMargins margins = layout()->contentsMargins();
    return std::max(text + margins.left() + margins.right() + 4, leastWidth());
}

int Sidebar::leastWidth() const
{
    return layout()->minimumSize().width();
}

void Sidebar::offerSavedRuns()
{
    savedRuns_->show();
}

void Sidebar::focusFilter()
{
    filter_->setFocus(Qt::ShortcutFocusReason);
    filter_->selectAll();
}

bool Sidebar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == filter_ && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Escape) {
            filter_->clear();
            filter_->clearFocus();
            return true;
        }
        if (key == Qt::Key_Down) {
            list_->setFocus(Qt::TabFocusReason);
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace awaitscope
