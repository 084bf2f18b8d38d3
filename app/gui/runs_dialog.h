// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/runs_model.h"
#include "app/store/when_there.h"

#include <QDialog>
#include <QTimer>

#include <functional>

class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QTableView;

namespace awaitscope {

class HistoryChart;
class LessonNoteField;
struct Theme;

/// The saved runs: to find, open, name, annotate, export and delete them, with the history of a lesson below. Deleting can be
/// undone for as long as the store keeps what was deleted.
class RunsDialog : public QDialog
{
    Q_OBJECT

public:
    /// `store` and `course` must outlive the dialog. `lesson` is the one whose history is shown before a run is selected.
    RunsDialog(
        Store &store, const std::vector<Lesson> &course, const QString &lesson, const Theme &theme, QWidget *parent = nullptr);
    ~RunsDialog() override;

    QTableView *table() const { return table_; }
    const RunsModel &model() const { return *model_; }
    HistoryChart *chart() const { return chart_; }
    /// What was done or went wrong last, as it is shown.
    QString said() const;
    void selectRun(RunNumber number);

Q_SIGNALS:
    /// A run is to be shown; `trace` are the bytes of a trace file.
    void openWanted(const awaitscope::SavedRun &run, const QByteArray &trace);

protected:
    void showEvent(QShowEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void done(int result) override;

private:
    void build();
    QWidget *buildLower();
    void connectAll();
    void reload();
    void take(std::vector<SavedRun> runs);
    void showCurrent();
    void keepNote();
    const SavedRun *current() const;
    RunFilter filter() const;

    void openRun();
    void rename();
    void exportTrace();
    void remove();
    void undo();
    void exportAll();
    void importAll();
    void say(const QString &sentence, bool isProblem = false);
    /// Does something with what the store answers, on this thread; a problem is shown.
    template <class T> void then(Answer<T> answer, std::function<void(const T &)> use);

    Store &store_;
    const std::vector<Lesson> &course_;
    const Theme &theme_;
    QString historyOf_; ///< the lesson whose history is shown
    std::optional<RunNumber> wanted_; ///< to be selected when the list has come
    std::vector<RunNumber> removed_; ///< the last one last
    RunNumber noted_; ///< the run that the note is of
    QString noteThen_; ///< as it was read
    RunsModel *model_;
    QLineEdit *find_;
    QComboBox *lesson_;
    QTableView *table_;
    HistoryChart *chart_;
    QLabel *chartTitle_;
    QLabel *facts_;
    QPlainTextEdit *note_;
    LessonNoteField *lessonNote_;
    QLabel *said_;
    QPushButton *open_, *rename_, *export_, *remove_, *undo_;
    QTimer typing_; ///< until the filter has come to rest
};

template <class T> void RunsDialog::then(Answer<T> answer, std::function<void(const T &)> use)
{
    whenThere(this, std::move(answer), [this, use = std::move(use)](const Result<T> &result) {
        if (!result)
            say(result.problem().sentence, true);
        else if (use)
            use(result.value());
    });
}

} // namespace awaitscope
