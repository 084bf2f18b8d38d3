// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/theme/theme.h"

#include <QFrame>

class QButtonGroup;
class QLabel;
class QPushButton;
class QStackedWidget;

namespace awaitscope {

class CodeView;
class Session;

/// The code that ran with its marked statements, the asyncio original, what the compiler says where the lesson shows that, and a
/// sentence on the moment.
class CodePanel : public QFrame
{
    Q_OBJECT

public:
    explicit CodePanel(Session &session, QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    /// Size of the code's letters in px.
    void setTextSize(double px);
    /// Shows the code of the variants on screen.
    void rebuild();
    /// Shows the session's moment.
    void showMoment();
    CodeView *codeView() const { return code_; }
    /// "At 150 ms A waits on line 23 …", as it is shown.
    QString sentence() const;

private:
    QPushButton *addTab(const QString &name, int page);
    void rebuildAsyncio();
    void rebuildBuildTime();

    Session &session_;
    QButtonGroup *tabs_;
    QStackedWidget *pages_;
    QLabel *note_;
    CodeView *code_;
    CodeView *asyncio_;
    QLabel *asyncioNotes_;
    CodeView *buildTime_;
    QLabel *buildNotes_;
    QPushButton *buildTab_ = nullptr;
    QLabel *sentence_;
    QFrame *line_;
};

} // namespace awaitscope
