// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/selftest/selftest.h"

#include <QDialog>

#include <memory>

class QGridLayout;
class QLabel;
class QPushButton;
class QScrollArea;

namespace awaitscope {

/// Is this machine fit for Awaitscope? The checks of `awaitscope selftest`, each shown as soon as it has its answer.
class SelftestDialog : public QDialog
{
    Q_OBJECT

public:
    /// Begins at once. `program` is what is started for each check, this program's file; `language` that of the sentences.
    SelftestDialog(const QString &program, const CheckedPlaces &places, const QString &language, QWidget *parent = nullptr);
    ~SelftestDialog() override;

    /// The report as it stands, as on the command line.
    QString report() const;
    bool isFinished() const { return run_->isFinished(); }
    /// Writes the report, whole or not at all; what comes of it is shown.
    void saveTo(const QString &file);
    /// The verdict, or what was done or went wrong last, as it is shown.
    QString said() const;

private:
    struct Row
    {
        QLabel *mark, *title, *sentence, *advice;
    };

    void build();
    void begin();
    void addRows();
    void showItem(const CheckedItem &item);
    void showEnd();
    void copy();
    void save();
    void say(const QString &sentence, const char *kind);

    const QString program_;
    const CheckedPlaces places_;
    const QString language_;
    std::unique_ptr<SelftestRun> run_;
    std::vector<Row> rows_;
    QGridLayout *grid_;
    QScrollArea *scroll_;
    QLabel *said_;
    QPushButton *again_, *copy_, *save_, *close_;
};

} // namespace awaitscope
