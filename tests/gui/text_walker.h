// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>
#include <QAbstractItemModel>
#include <QAbstractItemView>
#include <QAction>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QRegularExpression>
#include <QSpinBox>
#include <QTextDocument>
#include <QWidget>

#include <set>
#include <vector>

namespace awaitscope::test {

/// A text that a user can come to see or hear, and where it was found.
struct FoundText
{
    QString where;
    QString text;
};

inline QString placeOf(const QObject *object, const char *what)
{
    return QStringLiteral("%1 “%2”, %3")
        .arg(QLatin1String(object->metaObject()->className()), object->objectName(), QLatin1String(what));
}

inline void walkModel(
    const QAbstractItemModel &model, const QModelIndex &parent, const QString &where, std::vector<FoundText> &found)
{
    for (int row = 0; row < std::min(model.rowCount(parent), 200); ++row) {
        for (int column = 0; column < model.columnCount(parent); ++column) {
            const QModelIndex index = model.index(row, column, parent);
            for (const int role :
                {int(Qt::DisplayRole), int(Qt::ToolTipRole), int(Qt::AccessibleTextRole), int(Qt::AccessibleDescriptionRole)}) {
                if (index.data(role).userType() == QMetaType::QString)
                    found.push_back({where, index.data(role).toString()});
            }
        }
        walkModel(model, model.index(row, 0, parent), where, found);
    }
}

inline void walkAction(const QAction &action, std::vector<FoundText> &found)
{
    for (const QString &text : {action.text(), action.toolTip(), action.statusTip(), action.whatsThis()})
        found.push_back({placeOf(&action, "action"), text});
}

/// Every text of a widget and of all within it, shown now or not: words, tips, names for assistive technology, models, menus.
inline std::vector<FoundText> textsOf(const QWidget &root)
{
    std::vector<FoundText> found;
    QList<const QWidget *> all{&root};
    for (const QWidget *child : root.findChildren<QWidget *>())
        all << child;
    for (const QWidget *widget : std::as_const(all)) {
        found.push_back({placeOf(widget, "tool tip"), widget->toolTip()});
        found.push_back({placeOf(widget, "accessible name"), widget->accessibleName()});
        found.push_back({placeOf(widget, "accessible description"), widget->accessibleDescription()});
        found.push_back({placeOf(widget, "status tip"), widget->statusTip()});
        found.push_back({placeOf(widget, "what's this"), widget->whatsThis()});
        if (widget->isWindow())
            found.push_back({placeOf(widget, "title"), widget->windowTitle()});
        if (const auto *label = qobject_cast<const QLabel *>(widget))
            found.push_back({placeOf(widget, "label"), label->text()});
        if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
            found.push_back({placeOf(widget, "button"), button->text()});
        if (const auto *field = qobject_cast<const QLineEdit *>(widget))
            found.push_back({placeOf(widget, "placeholder"), field->placeholderText()});
        if (const auto *box = qobject_cast<const QComboBox *>(widget))
            walkModel(*box->model(), {}, placeOf(widget, "choice"), found);
        if (const auto *number = qobject_cast<const QSpinBox *>(widget))
            found.push_back({placeOf(widget, "unit"), number->prefix() + number->suffix()});
        if (const auto *menu = qobject_cast<const QMenu *>(widget))
            found.push_back({placeOf(widget, "menu"), menu->title()});
        if (const auto *view = qobject_cast<const QAbstractItemView *>(widget); view && view->model()) {
            walkModel(*view->model(), {}, placeOf(widget, "item"), found);
            for (int column = 0; column < view->model()->columnCount(); ++column) {
                for (const int role : {int(Qt::DisplayRole), int(Qt::ToolTipRole), int(Qt::AccessibleTextRole)}) {
                    const QVariant head = view->model()->headerData(column, Qt::Horizontal, role);
                    if (head.userType() == QMetaType::QString)
                        found.push_back({placeOf(widget, "column"), head.toString()});
                }
            }
        }
        for (const QAction *action : widget->actions())
            walkAction(*action, found);
    }
    return found;
}

/// Words that a program reads, not a translator: identifiers, and what is said of them.
class KnownWords
{
public:
    void add(const QString &text)
    {
        auto matches = word().globalMatch(text);
        while (matches.hasNext())
            words_.insert(matches.next().captured());
    }

    /// The words of a text that are English as it stands in a source: with a vowel that has no accent, and not known.
    QStringList unlinkedIn(const QString &text) const
    {
        static const QRegularExpression plainVowel(QStringLiteral("[aceinouyACEINOUY]")),
            tag(QStringLiteral("<[^>]*>|&\\w+;|[\\p{L}\\p{N}_]+…"));
        QString plain = text;
        plain.remove(tag).remove(QChar(0x202e)).remove(QChar(0x202c));
        QStringList unlinked;
        auto matches = word().globalMatch(plain);
        while (matches.hasNext()) {
            const QString found = matches.next().captured();
            if (found.size() > 1 && found.contains(plainVowel) && !words_.contains(found))
                unlinked << found;
        }
        return unlinked;
    }

private:
    static const QRegularExpression &word()
    {
        static const QRegularExpression expression(QStringLiteral("[\\p{L}_][\\p{L}\\p{N}_]*"));
        return expression;
    }

    std::set<QString> words_;
};

} // namespace awaitscope::test
