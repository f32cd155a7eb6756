// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/apiresource.h"
#include "store/recordpage.h"

#include <QJsonArray>
#include <QJsonObject>

namespace tandem {

/** `{"id":"7","type":"contacts","attributes":{…}}`; with adapters also the relationship to its remote
 * records. */
[[nodiscard]] QJsonObject recordObject(const ApiResource &resource, const Record &record,
                                       const RecordSheet &sheet, bool withAdapters);
/** The remote records of all of them, for `included`. */
[[nodiscard]] QJsonArray adapterObjects(const RecordSheet &sheet);
[[nodiscard]] QJsonObject optionObject(const ApiResource &resource, const Option &option,
                                       const OptionSheet &sheet);

/** A phone number without what separates its digits, as IT Glue keeps it. */
[[nodiscard]] QString plainPhone(const QString &number);

} // namespace tandem
