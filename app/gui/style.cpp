// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/style.h"

#include "widgets/theme/motion.h"

#include <QApplication>
#include <QHash>

#include <algorithm>
#include <cmath>

namespace awaitscope {

namespace {

constexpr double basePixels = 14.0;
constexpr double usualDesktopPixels = 40.0 / 3.0; // 10 pt
constexpr double unnoticed = 1.15; // desktops differ by this much in what they call normal

constexpr auto sheet = R"(
QWidget { font-family: "@sans"; font-size: #14px; }
#window, #page, #pageContent, QDialog { background: @window; }
#overlayPanel { background: @panel; border: 1px solid @border; border-radius: 10px; }
#tourBubble { background: transparent; border: 0; }
#sidebar { background: @sidebar; border: 0; border-@end: 1px solid @border; }
#panel, #timelinePanel { background: @panel; border: 1px solid @border; border-radius: 8px; }
#codeArea { background: @codePanel; border: 1px solid @border; border-radius: 8px; }
#line { background: @border; border: 0; }
#transport { border-top: 1px solid @border; background: transparent; }
QLabel { background: transparent; color: @text; }
QLabel[kind="title"] { font-size: #22px; font-weight: 700; }
QLabel[kind="appName"] { font-size: #16px; font-weight: 700; }
QLabel[kind="secondary"] { color: @secondary; }
QLabel[kind="small"] { color: @secondary; font-size: #13px; }
QLabel[kind="heading"] { font-weight: 600; }
QLabel[kind="takeaway"] { font-size: #17px; font-weight: 600; }
QLabel[kind="keycap"] { background: @window; color: @text; border: 1px solid @border; border-bottom: 2px solid @border; border-radius: 4px; padding: 0 #6px; font-size: #13px; }
QLabel[kind="problem"] { color: @failed; font-size: #13px; }
QLabel[kind="good"] { color: @done; font-weight: 600; }
QLabel[kind="bad"] { color: @failed; font-weight: 600; }
QToolTip { background: @panel; color: @text; border: 1px solid @border; padding: 4px 6px; }

QPushButton[kind="invite"] { background: @accent; color: @onAccent; border: 1px solid @accent; border-radius: 8px; padding: #10px #20px; font-size: #15px; }
QPushButton[kind="invite"]:hover { background: @accentHover; border-color: @accentHover; }
QPushButton[kind="invite"]:focus { border: 2px solid @text; padding: #9px #19px; }
#question { background: @panel; border: 1px solid @border; border-@start: 4px solid @border; border-radius: 8px; }
QPushButton { outline: 0; }
#question:focus { border-color: @accent; }
#question[edge="open"] { border-@start-color: @accent; }
#question[edge="right"] { border-@start-color: @done; }
#question[edge="wrong"] { border-@start-color: @failed; }

#problemBar { background: @panel; border: 1px solid @border; border-@start: 4px solid @failed; border-radius: 8px; }
#problemBar[severity="warning"] { border-@start-color: @accent; }

QPushButton { background: @panel; color: @text; border: 1px solid @control; border-radius: 6px; padding: #6px #14px; font-weight: 600; }
QPushButton:hover { background: @hover; }
QPushButton:pressed { background: @selection; }
QPushButton:disabled { color: @secondary; border-color: @border; }
QPushButton:focus { border: 2px solid @accent; padding: #5px #13px; }
QPushButton[kind="primary"] { background: @accent; color: @onAccent; border-color: @accent; }
QPushButton[kind="primary"]:hover { background: @accentHover; border-color: @accentHover; }
QPushButton[kind="primary"]:disabled { background: @track; color: @secondary; border-color: @track; }
QPushButton[kind="primary"]:focus { border: 2px solid @text; }
QPushButton[kind="answer"] { text-align: @start; font-weight: 400; padding: #7px #10px; }
QPushButton[kind="answer"]:focus { padding: #6px #9px; }
QPushButton[kind="answer"]:checked { background: @selection; border-color: @accent; font-weight: 600; }
QPushButton[kind="chip"] { font-weight: 400; font-size: #13px; padding: #4px #10px; border-radius: 6px; color: @secondary; }
QPushButton[kind="chip"]:focus { padding: #3px #9px; }
QPushButton[kind="chip"]:checked { background: @selection; color: @text; border-color: @accent; }
QPushButton[kind="chip"]:disabled { border-style: dashed; }
QPushButton[kind="segment"] { border: 1px solid transparent; background: transparent; color: @secondary; font-weight: 500; font-size: #13px; padding: #2px #7px; border-radius: 4px; }
QPushButton[kind="segment"]:hover { background: @hover; }
QPushButton[kind="segment"]:checked { background: @selection; color: @text; }
QPushButton[kind="segment"]:disabled { color: @secondary; background: transparent; }
QPushButton[kind="segment"]:focus { border: 1px solid @accent; }
QPushButton[kind="speed"] { border: 1px solid transparent; background: transparent; padding: #3px #6px; min-width: #28px; }
QPushButton[kind="speed"]:hover { background: @hover; }
QPushButton[kind="speed"]:focus { border: 1px solid @accent; }
QPushButton[kind="link"] { border: 1px solid transparent; background: transparent; color: @accent; padding: #3px #4px; font-weight: 400; text-align: @start; }
QPushButton[kind="link"]:hover { text-decoration: underline; }
QPushButton[kind="link"]:focus { border: 1px solid @accent; }
QPushButton[kind="note"] { text-align: @start; font-weight: 400; border: 1px solid transparent; background: transparent; padding: #3px #6px; }
QPushButton[kind="note"]:hover { background: @hover; }
QPushButton[kind="note"]:focus { border: 1px solid @accent; }
QPushButton[kind="rule"] { text-align: @start; font-weight: 600; border: 1px solid transparent; background: transparent; padding: #2px #4px; }
QPushButton[kind="rule"]:hover { background: @hover; }
QPushButton[kind="rule"]:focus { border: 1px solid @accent; }
QPushButton[kind="claim"] { font-weight: 400; font-size: #13px; text-align: @start; }
#note { background: transparent; border: 0; border-@start: 3px solid transparent; }
#note[current="true"] { background: @selection; border-@start: 3px solid @accent; }
QPushButton[kind="tab"] { border: 0; border-bottom: 2px solid transparent; border-radius: 0; background: transparent; color: @secondary; font-weight: 500; padding: #9px 1px #8px 1px; }
QPushButton[kind="tab"]:hover { color: @text; }
QPushButton[kind="tab"]:checked { color: @text; border-bottom-color: @accent; }
QPushButton[kind="tab"]:focus { color: @accent; }
QPushButton[kind="foot"] { border: 1px solid transparent; background: transparent; color: @secondary; font-weight: 400; text-align: @start; padding: #5px #8px; }
QPushButton[kind="foot"]:hover { background: @hover; color: @text; }
QPushButton[kind="foot"]:focus { border: 1px solid @accent; }
#segmented { border: 1px solid @control; border-radius: 6px; background: @panel; }

QToolButton { background: transparent; border: 1px solid transparent; border-radius: 6px; padding: 4px; }
QToolButton:hover { background: @hover; }
QToolButton:focus { border: 1px solid @accent; }

QLineEdit { background: @panel; color: @text; border: 1px solid @control; border-radius: 6px; padding: #5px #8px; selection-background-color: @accent; selection-color: @onAccent; }
QLineEdit:focus { border: 2px solid @accent; padding: #4px #7px; }
QLineEdit[kind="value"] { background: transparent; border: 1px solid transparent; font-weight: 600; padding: 1px 3px; border-radius: 4px; }
QLineEdit[kind="value"]:hover { border-color: @control; }
QLineEdit[kind="value"]:focus { border: 1px solid @accent; background: @panel; }
QLineEdit[wrong="true"], QLineEdit[wrong="true"]:hover { border: 1px solid @failed; color: @failed; }
QComboBox { background: @panel; color: @text; border: 1px solid @control; border-radius: 6px; padding: #5px #8px; font-weight: 500; }
QComboBox:focus, QComboBox:on { border: 1px solid @accent; }
QComboBox::drop-down { subcontrol-origin: padding; subcontrol-position: center right; width: #22px; border: 0; background: transparent; }
QComboBox::down-arrow { image: url(@chevron); width: #12px; height: #12px; }
QComboBox QAbstractItemView { background: @panel; color: @text; border: 1px solid @control; selection-background-color: @selection; selection-color: @text; outline: 0; }
QSpinBox { background: @panel; color: @text; border: 1px solid @control; border-radius: 6px; padding: #5px #8px; }
QSpinBox:focus { border: 1px solid @accent; }

QPlainTextEdit { background: @panel; color: @text; border: 1px solid @control; border-radius: 6px; padding: #3px #5px; selection-background-color: @accent; selection-color: @onAccent; }
QPlainTextEdit:focus { border: 2px solid @accent; padding: #2px #4px; }
QPlainTextEdit:disabled { border-color: @border; }
#runsTable { background: transparent; color: @text; border: 0; outline: 0; selection-background-color: @selection; selection-color: @text; }
#runsTable::item { border: 0; padding: 0 #8px; }
#runsTable::item:focus { background: @selection; }
#runsTable QHeaderView { background: transparent; border: 0; }
#runsTable QHeaderView::section { background: transparent; color: @secondary; font-size: #13px; border: 0; border-bottom: 1px solid @border; padding: #6px #8px; }
#paletteField, #paletteField:focus { background: transparent; border: 0; padding: #14px #16px; font-size: #16px; }
#paletteList { background: transparent; border: 0; outline: 0; padding: 4px 0; }
QMenu { background: @panel; color: @text; border: 1px solid @border; padding: 5px; }
QMenu::item { padding: #5px #24px #5px #10px; border-radius: 5px; }
QMenu::item:selected { background: @selection; color: @text; }
QMenu::item:disabled { color: @secondary; }
QMenu::separator { height: 1px; background: @border; margin: 4px 8px; }
QFileDialog QListView, QFileDialog QTreeView { background: @panel; color: @text; border: 1px solid @border; selection-background-color: @selection; selection-color: @text; }
QFileDialog QHeaderView, QFileDialog QHeaderView::section { background: @panel; color: @secondary; border: 0; padding: 3px; }
QFileDialog QComboBox, QFileDialog QComboBox QAbstractItemView { background: @panel; color: @text; border: 1px solid @control; border-radius: 6px; padding: #4px #8px; selection-background-color: @selection; selection-color: @text; }

#lessons, #log { background: transparent; border: 0; outline: 0; }
#taskTree { background: transparent; border: 0; outline: 0; selection-background-color: transparent; }
#taskTree::item, #taskTree::item:selected, #taskTree::branch, #taskTree::branch:selected { background: transparent; }
#taskTree QHeaderView { background: transparent; border: 0; }
#taskTree QHeaderView::section { background: transparent; color: @secondary; border: 0; border-bottom: 1px solid @border; padding: 4px 5px; }
QScrollArea { background: transparent; border: 0; }
QSplitter::handle { background: transparent; }
QSplitter::handle:hover { background: @selection; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 2px; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 2px; }
QScrollBar::handle { background: @scroll; border-radius: 3px; min-height: 28px; min-width: 28px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
)";

} // namespace

double textScale()
{
    const double scale = QFontInfo(QApplication::font()).pixelSize() / usualDesktopPixels;
    return scale < unnoticed ? 1.0 : std::min(scale, 3.0);
}

QFont baseFont(double scale)
{
    QFont font(sansFamily());
    font.setPixelSize(static_cast<int>(std::lround(basePixels * scale)));
    return font;
}

QPalette paletteFor(const Theme &theme)
{
    QPalette palette;
    palette.setColor(QPalette::Window, theme.window);
    palette.setColor(QPalette::WindowText, theme.text);
    palette.setColor(QPalette::Base, theme.panel);
    palette.setColor(QPalette::AlternateBase, theme.codePanel);
    palette.setColor(QPalette::Text, theme.text);
    palette.setColor(QPalette::PlaceholderText, theme.secondary);
    palette.setColor(QPalette::Button, theme.panel);
    palette.setColor(QPalette::ButtonText, theme.text);
    palette.setColor(QPalette::Highlight, theme.accent);
    palette.setColor(QPalette::HighlightedText, theme.onAccent);
    palette.setColor(QPalette::Mid, theme.track);
    palette.setColor(QPalette::Dark, theme.axis);
    palette.setColor(QPalette::Midlight, theme.hover);
    palette.setColor(QPalette::Light, theme.panel);
    palette.setColor(QPalette::Link, theme.accent);
    palette.setColor(QPalette::ToolTipBase, theme.panel);
    palette.setColor(QPalette::ToolTipText, theme.text);
    return palette;
}

QString styleSheetFor(const Theme &theme, double scale)
{
    const QHash<QString, QColor> colors{{"window", theme.window}, {"sidebar", theme.sidebar}, {"panel", theme.panel},
        {"codePanel", theme.codePanel}, {"border", theme.border}, {"text", theme.text}, {"secondary", theme.secondary},
        {"accent", theme.accent}, {"accentHover", theme.accentHover}, {"onAccent", theme.onAccent},
        {"selection", theme.selection}, {"hover", theme.hover}, {"track", theme.track}, {"done", theme.done},
        {"failed", theme.failed}, {"control", theme.control}, {"scroll", theme.scroll}};
    const bool mirrored = QGuiApplication::layoutDirection() == Qt::RightToLeft;
    const QString left = QStringLiteral("left"), right = QStringLiteral("right");
    const bool dark = theme.panel.lightnessF() < 0.5;
    const QHash<QString, QString> words{{"sans", sansFamily()}, {"start", mirrored ? right : left},
        {"end", mirrored ? left : right},
        {"chevron", QStringLiteral(":/icons/chevron-on-%1.svg").arg(dark ? QStringLiteral("dark") : QStringLiteral("light"))}};
    const QString source = QString::fromLatin1(sheet);
    QString result;
    result.reserve(source.size() * 2);
    for (qsizetype at = 0; at < source.size();) {
        const QChar c = source[at];
        qsizetype end = at + 1;
        while (end < source.size() && (c == u'@' ? source[end].isLetter() : source[end].isDigit()))
            ++end;
        const QString word = source.mid(at + 1, end - at - 1);
        if (c == u'@') {
            result += words.contains(word) ? words.value(word) : colors.value(word).name();
        } else if (c == u'#' && !word.isEmpty()) {
            result += QString::number(static_cast<int>(std::lround(word.toInt() * scale)));
        } else {
            result += c;
            end = at + 1;
        }
        at = end;
    }
    return result;
}

void quietStyle(bool quiet)
{
    static const int blinking = QApplication::cursorFlashTime();
    QApplication::setCursorFlashTime(quiet ? 0 : blinking);
    for (const Qt::UIEffect effect : {Qt::UI_AnimateMenu, Qt::UI_FadeMenu, Qt::UI_AnimateCombo, Qt::UI_AnimateTooltip,
             Qt::UI_FadeTooltip, Qt::UI_AnimateToolBox}) {
        if (quiet)
            QApplication::setEffectEnabled(effect, false);
    }
}

int AppStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *returned) const
{
    if (motionReduced() && (hint == SH_Widget_Animation_Duration || hint == SH_Widget_Animate))
        return 0;
    return QProxyStyle::styleHint(hint, option, widget, returned);
}

ThemeKind desktopTheme()
{
    const QPalette palette = QApplication::palette();
    return palette.color(QPalette::Window).lightnessF() < palette.color(QPalette::WindowText).lightnessF() ? ThemeKind::Dark
                                                                                                           : ThemeKind::Light;
}

} // namespace awaitscope
