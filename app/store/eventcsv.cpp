// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/eventcsv.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(tandem::EventLog)
};

} // namespace

QStringList eventCsvHeader()
{
    return {Text::tr("Time (UTC)"), Text::tr("Event"),      Text::tr("Result"), Text::tr("Integration"),
            Text::tr("Kind"),       Text::tr("Record"),     Text::tr("Name"),   Text::tr("Person"),
            Text::tr("Message"),    Text::tr("Request ID"), Text::tr("Fields")};
}

QStringList eventCsvCells(const Event &event)
{
    const bool hasRecord = event.recordId != 0;
    return {event.at.toUTC().toString(u"yyyy-MM-dd HH:mm:ss"_s),
            eventTypeTitle(event.type),
            event.isFailure ? Text::tr("Failed") : Text::tr("Done"),
            event.integrationName,
            hasRecord ? kindTitle(event.kind) : QString(),
            hasRecord ? QString::number(event.recordId) : QString(),
            event.recordName,
            event.person,
            event.message,
            event.requestId,
            event.fields.isEmpty()
                ? QString()
                : QString::fromUtf8(QJsonDocument(event.fields).toJson(QJsonDocument::Compact))};
}

} // namespace tandem
