// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/chart_parts.h"

#include "lessons/trace/caption.h"

#include <QCoreApplication>

#include <algorithm>

namespace awaitscope::chart {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Timeline)
};

constexpr double edge = 14.0, above = 12.0, title = 24.0, ruler = 18.0, stepHeight = 20.0, below = 6.0; ///< at a text size of 12

/// What of a strip's width its axis takes.
constexpr double widestAxis = 0.42, narrowestAxis = 0.2;

/// An instant has no axis.
double rulerOf(const ModelCascade &cascade)
{
    return cascade.to > cascade.from ? ruler : 0.0;
}

/// "3", "3–7".
QString numberOf(const CascadeStep &step)
{
    const QString first = QString::number(step.first);
    return step.last > step.first ? first + u'–' + QString::number(step.last) : first;
}

double heightOf(const ModelCascade &cascade, const ChartMetrics &m)
{
    const auto lines = static_cast<double>(cascade.steps.size() + (cascade.left > 0 ? 1 : 0));
    return (above + title + rulerOf(cascade) + lines * stepHeight + below) * m.unit;
}

QString titleOf(const ModelCascade &cascade)
{
    if (cascade.from == cascade.to)
        return Words::tr("%1, enlarged: the cancellation, all in one instant").arg(exactTime(cascade.from));
    if (!cascade.brief)
        return Words::tr("%1 to %2: the cancellation, step by step").arg(exactTime(cascade.from), exactTime(cascade.to));
    return Words::tr("%1 to %2, enlarged: the cancellation").arg(exactTime(cascade.from), exactTime(cascade.to));
}

/// Places one enlarged cancellation: a line a step, in order, each at its time on an axis of its own.
class CascadePlacer
{
public:
    CascadePlacer(const ModelCascade &cascade, CascadeShape &shape, const ChartLayout &layout) :
        cascade_(cascade),
        shape_(shape),
        layout_(layout),
        m_(layout.metrics)
    {
    }

    void place()
    {
        const double unit = m_.unit;
        const double left = shape_.frame.left() + edge * unit, right = shape_.frame.right() - edge * unit;
        addTitle(left, right);
        // What happened stands right of its time: the axis takes the left half, or less where words need more.
        const Ns length = std::max(cascade_.to - cascade_.from, Ns(1000));
        shape_.axis = {cascade_.from, cascade_.from + length, left + 30 * unit, left + (right - left) * widestAxis};
        makeRoomForWords(left, right);
        shape_.axisY = shape_.frame.top() + (title + ruler / 2) * unit;
        const TextStyle tickStyle = labelStyle(m_, 400);
        if (cascade_.to > cascade_.from) {
            shape_.ticks = axisTicks(shape_.axis, 16 * unit, [&](const QString &label) { return textWidth(label, tickStyle); });
        }
        double y = shape_.frame.top() + (title + rulerOf(cascade_)) * unit;
        for (std::size_t i = 0; i <= cascade_.steps.size(); ++i) {
            if (cascade_.left > 0 && i == cascade_.leftAfter) {
                addLeft(y + stepHeight * unit / 2);
                y += stepHeight * unit;
            }
            if (i == cascade_.steps.size())
                break;
            addStep(cascade_.steps[i], y + stepHeight * unit / 2, right);
            y += stepHeight * unit;
        }
        shape_.from = toX(layout_.axis, cascade_.from);
        shape_.to = toX(layout_.axis, cascade_.to);
        shape_.inSight = shape_.from >= layout_.clipLeft && shape_.to <= layout_.right;
    }

private:
    void addTitle(double left, double right)
    {
        const TextStyle style = labelStyle(m_, 600);
        shape_.titles.push_back({.at = {left, onMiddle(shape_.frame.top() + title * m_.unit / 2, style)},
            .text = elided(titleOf(cascade_), style, right - left),
            .style = style,
            .ink = Ink::Name});
    }

    /// Shortens the axis until no step's words are cut off, as far as that leaves something of it.
    void makeRoomForWords(double left, double right)
    {
        const double unit = m_.unit, least = left + (right - left) * narrowestAxis;
        for (const CascadeStep &step : cascade_.steps) {
            const double words = 24 * unit + numberWidth(numberOf(step), m_) + textWidth(step.text, labelStyle(m_, 500))
                + textWidth(exactTime(step.end), labelStyle(m_, 400));
            const double part = fraction(step.end), beside = right - words - shape_.axis.left;
            if (part > 0.0 && beside < part * (shape_.axis.right - shape_.axis.left))
                shape_.axis.right = std::max(least, shape_.axis.left + beside / part);
        }
    }

    /// How far along the axis a time is.
    double fraction(Ns time) const
    {
        return static_cast<double>((time - shape_.axis.from).count())
            / static_cast<double>((shape_.axis.to - shape_.axis.from).count());
    }

    /// The word for what is not listed.
    void addLeft(double middle)
    {
        const TextStyle style = labelStyle(m_, 400);
        shape_.titles.push_back({.at = {shape_.axis.left, onMiddle(middle, style)},
            .text = Words::tr("and %1 steps more").arg(cascade_.left),
            .style = style,
            .ink = Ink::Secondary});
    }

    void addStep(const CascadeStep &step, double middle, double right)
    {
        const double from = toX(shape_.axis, step.begin), to = toX(shape_.axis, step.end),
                     wide = std::max(to - from, 5 * m_.unit);
        const QString number = numberOf(step);
        const double half = m_.badge;
        CascadeShape::Step shape{.cue = step.cue,
            .bar = {from, middle - 5 * m_.unit, wide, 10 * m_.unit},
            .badge = {from + wide + 8 * m_.unit, middle - half, numberWidth(number, m_), 2 * half},
            .number = number,
            .texts = {}};
        const TextStyle timeStyle = labelStyle(m_, 400), style = labelStyle(m_, 500);
        const QString time = exactTime(step.end);
        const double left = shape.badge.right() + 6 * m_.unit, timeWide = textWidth(time, timeStyle);
        const QString text = elided(step.text, style, right - left - timeWide - 10 * m_.unit);
        shape.texts.push_back({.at = {left, onMiddle(middle, style)}, .text = text, .style = style, .ink = Ink::Name});
        shape.texts.push_back({.at = {left + textWidth(text, style) + 10 * m_.unit, onMiddle(middle, timeStyle)},
            .text = time,
            .style = timeStyle,
            .ink = Ink::Secondary});
        shape_.steps.push_back(std::move(shape));
    }

    const ModelCascade &cascade_;
    CascadeShape &shape_;
    const ChartLayout &layout_;
    const ChartMetrics &m_;
};

} // namespace

double cascadesHeight(const ModelGroup &group, const ChartMetrics &metrics)
{
    double height = 0.0;
    for (const ModelCascade &cascade : group.cascades)
        height += heightOf(cascade, metrics);
    return height;
}

void placeCascades(const ModelGroup &group, std::size_t index, double top, ChartLayout &layout)
{
    const double inset = 8 * layout.metrics.unit, gap = above * layout.metrics.unit;
    for (const ModelCascade &cascade : group.cascades) {
        CascadeShape shape;
        const double height = heightOf(cascade, layout.metrics);
        shape.frame = {layout.left + inset, top + gap, layout.right - layout.left - 2 * inset, height - gap};
        shape.lanesBottom = layout.headers[index].lanes.bottom();
        CascadePlacer(cascade, shape, layout).place();
        top += height;
        layout.cascades.push_back(std::move(shape));
    }
}

} // namespace awaitscope::chart
