// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/integration.h"

namespace tandem {

using namespace Qt::Literals::StringLiterals;

QString Integration::secretKey() const
{
    return u"integration/"_s + uid;
}

const FieldMap *Integration::fieldMap() const
{
    return FieldMap::with(platform, customFields);
}

} // namespace tandem
