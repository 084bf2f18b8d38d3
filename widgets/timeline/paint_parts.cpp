// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/paint_parts.h"

#include "widgets/theme/palettes.h"
#include "widgets/timeline/text.h"

namespace awaitscope::chart {

QColor faint(const QColor &color, const Theme &theme)
{
    return mixed(color, theme.panel, 0.5);
}

void paintText(Canvas &canvas, const TextShape &shape, const Theme &theme, const QColor &halo)
{
    if (shape.text.isEmpty())
        return;
    TextStyle style = shape.style;
    style.halo = halo;
    switch (shape.ink) {
    case Ink::Name:
    case Ink::Plain:
        style.color = theme.text;
        break;
    case Ink::Secondary:
    case Ink::Beside:
        style.color = theme.secondary;
        break;
    case Ink::OnBar: {
        const CueStyle cue = cueStyle(shape.cue, theme);
        style.color = cue.text;
        style.halo = cue.fill.color;
        break;
    }
    case Ink::End:
        style.color = cueStyle(shape.cue, theme).color;
        break;
    case Ink::Good:
    case Ink::Saved:
        style.color = theme.saved;
        break;
    case Ink::Bad:
        style.color = theme.failed;
        break;
    }
    canvas.text(shape.at, shape.text, style);
}

void paintBar(Canvas &canvas, const BarShape &bar, const Theme &theme)
{
    if (!bar.orphaned) {
        drawBar(canvas, bar.cue, bar.rect, theme);
        return;
    }
    const Fill own = cueStyle(bar.cue, theme).fill;
    const Stroke dashed = cueStyle(Cue::Orphaned, theme).outline;
    canvas.rect(bar.rect, {faint(own.color, theme), own.texture, faint(own.ink, theme)}, dashed);
}

void paintNumber(
    Canvas &canvas, const QRectF &box, const QString &number, double textSize, const QColor &color, const Theme &theme)
{
    canvas.rect(box, solid(theme.panel), {color, 1.2}, box.height() / 2);
    const TextStyle style{textSize, 600, false, color, Qt::transparent, Align::Center};
    canvas.text({box.center().x(), box.center().y() + baselineOffset(style)}, number, style);
}

} // namespace awaitscope::chart
