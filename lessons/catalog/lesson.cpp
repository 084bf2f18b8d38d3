// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/catalog/lesson.h"
#include "lessons/catalog/lesson_folder.h"
#include "lessons/catalog/lesson_language.h"

#include <QSet>

#include <algorithm>
#include <stdexcept>

namespace awaitscope {

namespace {

/// Refuses a lesson whose definition and text name different things.
template <class Specs>
void compareNames(const Lesson &lesson, const char *what, const Specs &specs, const QHash<QString, QString> &texts)
{
    QSet<QString> defined;
    for (const auto &spec : specs)
        defined.insert(spec.id);
    const QList<QString> keys = texts.keys();
    const QSet<QString> described(keys.begin(), keys.end());
    if (defined.size() == qsizetype(specs.size()) && defined == described)
        return;
    const QSet<QString> different = (defined - described) + (described - defined);
    QStringList names(different.begin(), different.end());
    names.sort();
    const QString sentence = QStringLiteral("lesson %1: its source and its text do not name the same %2 (%3)")
                                 .arg(lesson.id, QLatin1String(what), names.join(QLatin1String(", ")));
    throw std::logic_error(sentence.toStdString());
}

/// Refuses a lesson with a variant that shows no code, or both another lesson's and its own.
void compareCode(const Lesson &lesson)
{
    for (const VariantSpec &variant : lesson.definition.variants) {
        const bool own = std::ranges::count(lesson.source->blocks, variant.id, &SourceBlock::id) > 0;
        if (own == bool(variant.borrow))
            throw std::logic_error(
                QStringLiteral("lesson %1: the variant %2 has to show either code of its own or another lesson's")
                    .arg(lesson.id, variant.id)
                    .toStdString());
    }
}

} // namespace

const VariantSpec *Lesson::variant(QStringView id) const
{
    for (const VariantSpec &variant : definition.variants) {
        if (variant.id == id)
            return &variant;
    }
    return nullptr;
}

QStringList Lesson::availableVariants(const ParameterSet &parameters, ClockKind clock) const
{
    QStringList ids;
    for (const VariantSpec &variant : definition.variants) {
        if (variant.realClockOnly && clock == ClockKind::Virtual)
            continue;
        if (!variant.available || variant.available(parameters))
            ids.append(variant.id);
    }
    return ids;
}

ShownCode Lesson::shownCode(QStringView id) const
{
    const VariantSpec *spec = variant(id);
    Q_ASSERT_X(spec, "Lesson::shownCode", "unknown variant");
    if (!spec->borrow)
        return {source, spec->id};
    const BorrowedVariant borrowed = spec->borrow(ParameterSet(definition.parameters));
    return {borrowed.lesson->source, borrowed.id};
}

QString groupId(LessonGroup group)
{
    switch (group) {
    case LessonGroup::Patterns:
        return QStringLiteral("patterns");
    case LessonGroup::Pitfalls:
        return QStringLiteral("pitfalls");
    case LessonGroup::Practice:
        break;
    }
    return QStringLiteral("practice");
}

Lesson makeLesson(const LessonFolder &folder)
{
    Lesson lesson{
        QString::fromUtf8(folder.id), folder.group, folder.define(), {}, std::make_shared<const SourceMap>(folder.source())};
    const char *markdown = folder.markdown;
    for (const auto &[language, translated] : folder.translations) {
        if (lessonLanguage() == QLatin1String(language))
            markdown = translated;
    }
    auto text = parseLessonText(QString::fromUtf8(markdown));
    if (!text)
        throw std::logic_error(
            QStringLiteral("lesson %1, %2: %3").arg(lesson.id, text.problem().place, text.problem().sentence).toStdString());
    lesson.text = std::move(text).value();
    reword(lesson.text);
    compareNames(lesson, "parameters", lesson.definition.parameters, lesson.text.parameterLabels);
    compareNames(lesson, "variants", lesson.definition.variants, lesson.text.variantTitles);
    compareNames(lesson, "acts", lesson.definition.acts, lesson.text.acts);
    compareNames(lesson, "claims", lesson.definition.claims, lesson.text.claims);
    compareCode(lesson);
    return lesson;
}

} // namespace awaitscope
