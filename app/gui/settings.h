// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>
#include <QVariant>

namespace awaitscope {

/// Which colours the window has: the desktop's, or chosen ones.
enum class ThemeChoice { System, Light, Dark };
/// Whether they are the high-contrast ones.
enum class ContrastChoice { System, Usual, High };
/// Whether anything may move by itself.
enum class MotionChoice { System, Full, Reduced };

/// What the user has chosen for the whole app, kept in one file of the user's configuration. What cannot be read there, or is
/// out of range, counts as not chosen; what cannot be written holds until the app ends. Main thread.
class Settings : public QObject
{
    Q_OBJECT

public:
    static constexpr double leastTextScale = 1.0, mostTextScale = 3.0;
    static constexpr int leastSavedTraces = 10, mostSavedTraces = 10'000, usualSavedTraces = 200;

    /// The file that the app uses.
    static QString file();

    /// Keeps the settings in `file`; with an empty name they end with the object.
    explicit Settings(const QString &file = {}, QObject *parent = nullptr);

    ThemeChoice themeChoice() const { return theme_; }
    void setThemeChoice(ThemeChoice choice);
    ContrastChoice contrastChoice() const { return contrast_; }
    void setContrastChoice(ContrastChoice choice);
    MotionChoice motionChoice() const { return motion_; }
    void setMotionChoice(MotionChoice choice);
    /// How large text is, 1 to 3; 0: as the desktop has it.
    double textScale() const { return textScale_; }
    void setTextScale(double scale);
    /// The language's code, such as "de"; empty: as the desktop. Read at the start of the app.
    QString language() const { return language_; }
    void setLanguage(const QString &code);
    /// How many runs keep their trace.
    int savedTraces() const { return savedTraces_; }
    void setSavedTraces(int count);

Q_SIGNALS:
    /// One of them has another value.
    void changed();

private:
    QVariant read(const QString &key) const;
    void keep(const QString &key, const QVariant &value);

    QString file_;
    ThemeChoice theme_ = ThemeChoice::System;
    ContrastChoice contrast_ = ContrastChoice::System;
    MotionChoice motion_ = MotionChoice::System;
    double textScale_ = 0.0;
    QString language_;
    int savedTraces_ = usualSavedTraces;
};

} // namespace awaitscope
