// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/saved_runs.h"

#include "app/common/run_record.h"
#include "app/gui/code_panel.h"
#include "app/gui/keeper.h"
#include "app/gui/palette.h"
#include "app/gui/rules_panel.h"
#include "app/gui/runs_dialog.h"
#include "app/gui/wayfinding.h"
#include "app/gui/when_in_words.h"
#include "app/gui/window.h"
#include "app/store/when_there.h"
#include "lessons/catalog/run_file.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <functional>
#include <limits>
#include <utility>

namespace awaitscope {

namespace {

constexpr int mostOffered = 500; // runs in the palette
constexpr int offeredAtOnce = 3; // before anything is typed

QString keyOf(const QString &lesson, const QString &variant)
{
    return lesson + u'/' + variant;
}

constexpr int allThatMatch = std::numeric_limits<int>::max();

/// What a function lists, by its titles; best matches first.
class ListSource : public PaletteSource
{
public:
    /// Gives at most that many.
    using List = std::function<QVector<PaletteItem>(int most)>;

    ListSource(List list, int atOnce) : list_(std::move(list)), atOnce_(atOnce) { }

    QVector<PaletteItem> items(const QString &query) override
    {
        if (query.isEmpty())
            return list_(atOnce_);
        const MatchQuery wanted(query);
        QVector<PaletteItem> items;
        for (PaletteItem &item : list_(allThatMatch)) {
            if (auto match = matchText(folded(item.title), wanted)) {
                item.match = std::move(*match);
                items.push_back(std::move(item));
            }
        }
        std::ranges::stable_sort(items, std::greater(), [](const PaletteItem &item) { return item.match.rank; });
        return items;
    }

private:
    List list_;
    int atOnce_; ///< before anything is typed
};

} // namespace

SavedRuns::SavedRuns(Window &window, Store &store, Keeper &keeper) : window_(window), store_(store), keeper_(keeper)
{
    window.addAct(ActionGroup::Files, tr("Saved runs"), {Qt::CTRL | Qt::Key_H}, [this] { showList(); });
    window.sidebar()->offerSavedRuns();
    connect(window.sidebar(), &Sidebar::savedRunsWanted, this, &SavedRuns::showList);
    connect(&store, &Store::runsChanged, this, &SavedRuns::refresh);
    connect(&window.session(), &Session::lessonOpened, this, &SavedRuns::readEvidence);
    addToPalette();
    window.code()->rules()->book().setOlder([this](const QString &lesson, const QString &variant) {
        const auto found = older_.constFind(keyOf(lesson, variant));
        return found == older_.constEnd() ? std::nullopt : std::optional(*found);
    });
    refresh();
}

SavedRuns::~SavedRuns()
{
    delete list_; // it may have a note to keep
}

void SavedRuns::addToPalette()
{
    Palette *palette = window_.wayfinding()->palette();
    palette->addSource(std::make_unique<ListSource>([this](int most) { return runItems(most); }, offeredAtOnce));
    palette->addSource(std::make_unique<ListSource>([this](int) { return fileItems(); }, allThatMatch));
}

QVector<PaletteItem> SavedRuns::runItems(int most)
{
    QVector<PaletteItem> items;
    for (const SavedRun &run : newest_) {
        if (items.size() == most)
            break;
        if (!run.hasTrace)
            continue;
        const Lesson *lesson = findLesson(run.facts.lesson);
        const QString title = lesson ? lesson->text.title : run.facts.lesson;
        items.push_back({.group = PaletteGroup::Runs,
            .title = composed(run.name.isEmpty() ? tr("Run %1: %2").arg(run.number.value()).arg(title)
                                                 : tr("Run %1: %2, %3").arg(run.number.value()).arg(run.name, title)),
            .match = {},
            .detail = whenInWords(run.facts.time) + QStringLiteral(" · ") + durationsInWords(run.facts),
            .keys = {},
            .detailBelow = false,
            .choose = [this, run] { open(run); }});
    }
    return items;
}

QVector<PaletteItem> SavedRuns::fileItems()
{
    QVector<PaletteItem> items;
    for (const QString &file : window_.recentFiles()) {
        items.push_back({.group = PaletteGroup::Files,
            .title = composed(QFileInfo(file).fileName()),
            .match = {},
            .detail = QDir::toNativeSeparators(QFileInfo(file).path()),
            .keys = {},
            .detailBelow = false,
            .choose = [this, file] { window_.openFile(file); }});
    }
    return items;
}

void SavedRuns::refresh()
{
    RunFilter filter;
    filter.most = mostOffered;
    whenThere(this, store_.list(filter), [this](const Result<std::vector<SavedRun>> &runs) {
        if (!runs)
            return; // the store tells of it
        newest_ = runs.value();
        if (std::exchange(bringBack_, false))
            bringBackNow();
        readEvidence();
    });
}

void SavedRuns::showList()
{
    if (list_)
        return list_->activateWindow();
    keeper_.flush();
    list_ = new RunsDialog(store_, window_.course(), window_.session().lesson().id, theme(window_.themeKind()), &window_);
    list_->setAttribute(Qt::WA_DeleteOnClose);
    if (keeper_.latestRun())
        list_->selectRun(keeper_.latestRun());
    connect(list_, &RunsDialog::openWanted, this, [this](const SavedRun &run, const QByteArray &trace) {
        list_->accept();
        show(run, trace);
    });
    list_->open();
}

void SavedRuns::open(const SavedRun &run)
{
    whenThere(this, store_.loadTrace(run.number), [this, run](const Result<QByteArray> &trace) {
        trace ? show(run, trace.value()) : window_.showProblem(trace.problem());
    });
}

void SavedRuns::show(const SavedRun &saved, const QByteArray &trace)
{
    const QString name = tr("run %1").arg(saved.number.value());
    const auto lesson = std::ranges::find(window_.course(), saved.facts.lesson, &Lesson::id);
    if (lesson == window_.course().end())
        return window_.showProblem({QStringLiteral("lesson-unknown"),
            tr("Run %1 is of the lesson %2, which this version of Awaitscope does not have.")
                .arg(saved.number.value())
                .arg(saved.facts.lesson),
            name});
    auto decoded = decodeRun(trace);
    auto run = decoded ? fitRun(std::move(decoded.value()), *lesson) : std::move(decoded);
    if (!run) {
        Problem problem = run.problem();
        problem.sentence = tr("Run %1: %2").arg(saved.number.value()).arg(problem.sentence);
        return window_.showProblem(problem);
    }
    window_.session().show(*lesson, std::make_shared<const Run>(std::move(run.value())),
        saved.name.isEmpty() ? name : tr("%1, %2").arg(name, saved.name));
}

void SavedRuns::bringBackNow()
{
    const Session &session = window_.session();
    const auto run = std::ranges::find(newest_, session.lesson().id, [](const SavedRun &saved) { return saved.facts.lesson; });
    const bool same = run != newest_.end() && run->hasTrace && !run->isDamaged
        && run->facts.parameters == parameterLines(session.parameters())
        && (run->facts.clock == QLatin1String("virtual")) == (session.clock() == ClockKind::Virtual);
    if (!same)
        return;
    whenThere(this, store_.loadTrace(run->number), [this, saved = *run](const Result<QByteArray> &trace) {
        const Session &session = window_.session();
        if (trace && !session.latest() && !session.isRunning() && session.lesson().id == saved.facts.lesson)
            show(saved, trace.value());
    });
}

/// Decoding takes a while, so it waits until somebody looks at rules.
void SavedRuns::readEvidence()
{
    const Lesson &open = window_.session().lesson();
    if (evidenceRead_ || newest_.empty() || open.definition.rules.empty())
        return;
    evidenceRead_ = true;
    for (const RuleSpec &rule : open.definition.rules) {
        for (const RuleEvidence &evidence : rule.evidence) {
            const auto run = std::ranges::find_if(newest_, [&](const SavedRun &run) {
                return run.hasTrace && !run.isDamaged && run.facts.lesson == evidence.lesson
                    && std::ranges::count(run.facts.variants, evidence.variant, &SavedVariant::id) > 0;
            });
            const Lesson *lesson = findLesson(evidence.lesson);
            if (run == newest_.end() || !lesson)
                continue;
            whenThere(this, store_.loadTrace(run->number),
                [this, lesson, key = keyOf(evidence.lesson, evidence.variant), when = run->facts.time](
                    const Result<QByteArray> &trace) {
                    auto decoded = trace ? decodeRun(trace.value()) : Result<Run>(trace.problem());
                    auto fitting = decoded ? fitRun(std::move(decoded.value()), *lesson) : std::move(decoded);
                    if (!fitting)
                        return; // no evidence then
                    older_[key] = {std::make_shared<const Run>(std::move(fitting.value())), when};
                    window_.code()->rules()->refresh();
                });
        }
    }
}

} // namespace awaitscope
