// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/catalog/run.h"

#include "lessons/trace/subject_letter.h"

namespace awaitscope {

const VariantRun *Run::variant(QStringView id) const
{
    for (const VariantRun &variant : variants) {
        if (variant.id == id)
            return &variant;
    }
    return nullptr;
}

std::vector<Subject> Run::subjects() const
{
    std::vector<Subject> result;
    for (std::size_t i = 0; i < variants.size(); ++i)
        result.push_back({subjectLetter(i), variants[i].title, variants[i].trace, variants[i].notes});
    return result;
}

} // namespace awaitscope
