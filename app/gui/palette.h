// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/overlay.h"
#include "app/gui/palette_item.h"

#include <memory>

class QLabel;
class QLineEdit;
class QListView;

namespace awaitscope {

class PaletteDelegate;
class PaletteModel;
struct Theme;

/// One field that finds anything: asks its sources at each key and lists what fits.
class Palette : public Overlay
{
    Q_OBJECT

public:
    explicit Palette(QWidget *window);
    ~Palette() override;

    void addSource(std::unique_ptr<PaletteSource> source);
    void setTheme(const Theme &theme);

    QLineEdit *field() const { return field_; }
    QListView *list() const { return list_; }
    const PaletteModel &model() const { return *model_; }
    /// The item that Enter would choose, or null.
    const PaletteItem *current() const;
    /// How many have been found, in words, as it is shown and announced.
    QString status() const;

protected:
    QRect panelPlace() override;
    QWidget *focusTarget() override;
    void prepare() override;
    bool takeKey(QKeyEvent &event) override;

private:
    void search();
    void setCurrentRow(int row);
    void move(int rows);
    void choose(int row);
    void announce();
    int contentHeight() const;

    QLineEdit *field_;
    QListView *list_;
    QLabel *status_;
    PaletteModel *model_;
    PaletteDelegate *delegate_;
    std::vector<std::unique_ptr<PaletteSource>> sources_;
};

} // namespace awaitscope
