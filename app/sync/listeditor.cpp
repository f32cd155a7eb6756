// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/listeditor.h"

#include "sync/recordservice.h"
#include "sync/recordsync.h"

#include <QCoreApplication>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(tandem::ListEditor)
};

} // namespace

ListEditor::ListEditor(Stores &stores)
    : m_stores(stores)
{
}

Result<void> ListEditor::change(OptionId id, const QString &name, std::optional<OptionId> parent)
{
    return inTransaction(m_stores.database, [&]() -> Result<void> {
        Result<Option> option = m_stores.options.get(id);
        if (!option)
            return fail(option.error());
        const QString before = option->name;
        const OptionId parentBefore = option->parentId;
        option->name = name.trimmed();
        option->parentId = parent.value_or(parentBefore);
        if (option->name.isEmpty())
            return fail(Error{.code = ErrorCode::BadInput,
                              .message = Words::tr("A value needs a name."),
                              .field = u"name"_s});
        if (option->name == before && option->parentId == parentBefore)
            return {};
        const Result<bool> isRemote = m_stores.options.isRemote(id);
        if (!isRemote)
            return fail(isRemote.error());
        if (*isRemote) {
            return fail(Error{
                .code = ErrorCode::NotAllowed,
                .message =
                    Words::tr("\"%1\" comes from a connected PSA and can only be changed there.").arg(before),
                .field = u"name"_s});
        }
        const Result<OptionId> same = m_stores.options.find(option->list, option->name, option->parentId);
        if (!same)
            return fail(same.error());
        if (*same != 0 && *same != id) {
            return fail(Error{.code = ErrorCode::BadInput,
                              .message = Words::tr("The list has a value \"%1\" already.").arg(option->name),
                              .field = u"name"_s});
        }
        return m_stores.options.update(*option);
    });
}

} // namespace tandem
