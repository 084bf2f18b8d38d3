// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/catalog/lesson.h"
#include "widgets/theme/theme.h"

#include <QFrame>
#include <QHash>

class QButtonGroup;
class QLabel;
class QPushButton;
class QStackedWidget;

namespace awaitscope {

struct SourceMap;
class BriefLabel;
class CodeView;
class RulesPanel;
class Session;
class SteadyBox;
class TaskPanel;

/// The code that ran with its marked statements, the asyncio original, what the compiler says where the lesson shows that, the
/// tasks as a tree, and a sentence on the moment.
class CodePanel : public QFrame
{
    Q_OBJECT

public:
    explicit CodePanel(Session &session, QWidget *parent = nullptr);

    /// The code gives way to the question above it, which a layout would not let it where it asked for a height of its width.
    bool hasHeightForWidth() const override { return false; }
    void setTheme(const Theme &theme);
    /// Size of the code's letters in px.
    void setTextSize(double px);
    /// Shows the code of the variants on screen.
    void rebuild();
    /// Shows the session's moment.
    void showMoment();
    /// Brings the statement into sight that a task of a subject, else the task above it, is at; and the code to the front where there
    /// is nothing of this moment.
    void bringIntoSight(std::size_t subject, TaskId task);
    CodeView *codeView() const { return code_; }
    TaskPanel *tasks() const { return tasks_; }
    /// The rules of a lesson that collects them; hidden with others.
    RulesPanel *rules() const { return rules_; }
    /// Brings the tree of the tasks to the front.
    void showTasks();
    bool tasksInFront() const;
    /// Brings the code that ran to the front, with that line of the file in sight.
    void showLine(int line);
    /// Brings the asyncio original to the front.
    void showAsyncio();
    /// Brings what the compiler says to the front, where the lesson has that.
    void showBuildTime();
    /// The width at which what is in front is not cut.
    int wantedWidth() const;
    /// "At 150 ms A waits on line 23 …", as it is shown.
    QString sentence() const;

Q_SIGNALS:
    /// Something else is in front.
    void pageChanged();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QPushButton *addTab(const QString &name, int page);
    void rebuildAsyncio();
    void rebuildBuildTime();
    void showPage(int page);
    void placeSentence();
    void showMarks();

    Session &session_;
    QButtonGroup *tabs_;
    QStackedWidget *pages_;
    BriefLabel *note_;
    CodeView *code_;
    CodeView *asyncio_;
    QLabel *asyncioNotes_;
    CodeView *buildTime_;
    QLabel *buildNotes_;
    QPushButton *buildTab_ = nullptr;
    QLabel *sentence_;
    SteadyBox *sentenceBox_ = nullptr;
    QFrame *line_;
    TaskPanel *tasks_;
    RulesPanel *rules_;
    QPushButton *rulesTab_ = nullptr;
    std::vector<ShownCode> codes_; ///< of the subjects on screen
    QHash<QString, int> chosenPages_; ///< by lesson, as the reader has left them
};

} // namespace awaitscope
