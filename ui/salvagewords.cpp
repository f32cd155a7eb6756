// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/salvagewords.h"

#include "core/field.h"
#include "core/fieldtext.h"

#include <QCoreApplication>
#include <QDir>
#include <QLocale>

#include <algorithm>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(tandem::Salvage)
};

/** What a table holds, in the order in which people ask for it; what is in none of these is "other data". */
struct Content {
    QStringList tables;
    QString title;
    qint64 kept = 0;
    qint64 lost = 0;
};

QList<Content> contents()
{
    return {
        {{u"record"_s}, Words::tr("Records")},
        {{u"outbox"_s}, Words::tr("Edits that wait to be pushed")},
        {{u"link"_s}, Words::tr("Ties to records of a PSA")},
        {{u"integration"_s}, Words::tr("Integrations")},
        {{u"conflict"_s, u"match_decision"_s}, Words::tr("Open decisions")},
        {{u"event"_s}, Words::tr("Lines of the history and the log")},
        {{u"option_value"_s, u"remote_option"_s}, Words::tr("List values")},
        {{}, Words::tr("Other data")},
    };
}

QList<Content> countedContents(const SalvageReport &report)
{
    QList<Content> all = contents();
    for (const SalvageReport::Table &table : report.tables) {
        // The fields of a record lie in a table of its kind, so that each would be counted twice.
        if (kindFromName(table.name) && table.lost == 0)
            continue;
        const auto found = std::ranges::find_if(
            all, [&table](const Content &content) { return content.tables.contains(table.name); });
        Content &content = found == all.end() ? all.last() : *found;
        content.kept += table.kept;
        content.lost += table.lost;
    }
    all.removeIf([](const Content &content) { return content.kept == 0 && content.lost == 0; });
    return all;
}

QString lostPushText(const SalvageReport::LostPush &push)
{
    const QString record = push.recordName.isEmpty()
        ? Words::tr("%1 no. %2", "kind, number").arg(kindTitle(push.kind)).arg(push.recordId)
        : push.recordName;
    QStringList fields;
    for (auto it = push.edits.constBegin(); it != push.edits.constEnd(); ++it) {
        const FieldDescription *field = findField(push.kind, it.key());
        const QJsonObject edit = it.value().toObject();
        if (field)
            fields.append(
                Words::tr("%1: %2", "field: value")
                    .arg(field->labelText(),
                         fieldText(*field, edit.value("after"_L1), edit.value("after_text"_L1).toString())));
    }
    const QString what = fields.isEmpty() ? Words::tr("what was changed is not known") : fields.join(u"; "_s);
    return push.person.isEmpty()
        ? Words::tr("• %1, for %2: %3", "record, integration, values").arg(record, push.integrationName, what)
        : Words::tr("• %1, for %2, by %3: %4", "record, integration, person, values")
              .arg(record, push.integrationName, push.person, what);
}

} // namespace

QString salvageText(const SalvageReport &report)
{
    const QLocale locale;
    QStringList parts;
    parts.append(report.lost() == 0
                     ? Words::tr("Everything that was known to be in the database could be read.")
                     : Words::tr("Most of it could be read, but not everything."));
    QStringList lines;
    for (const Content &content : countedContents(report)) {
        lines.append(
            content.lost == 0
                ? Words::tr("• %1: %2 kept").arg(content.title, locale.toString(content.kept))
                : Words::tr("• %1: %2 kept, %3 lost")
                      .arg(content.title, locale.toString(content.kept), locale.toString(content.lost)));
    }
    parts.append(lines.join(u'\n'));
    if (report.lost() > 0)
        parts.append(Words::tr("Records that a PSA has come back with the next sync."));
    if (!report.lostPushes.isEmpty()) {
        QStringList pushes{Words::tr("These edits were not pushed yet and have to be made again:")};
        for (const SalvageReport::LostPush &push : report.lostPushes)
            pushes.append(lostPushText(push));
        parts.append(pushes.join(u'\n'));
    }
    if (!report.paused.isEmpty()) {
        parts.append(Words::tr("Paused until you have looked at their Sync Settings: %1")
                         .arg(locale.createSeparatedList(report.paused)));
    }
    parts.append(Words::tr("The damaged file was kept: %1").arg(QDir::toNativeSeparators(report.setAside)));
    return parts.join(u"\n\n"_s);
}

} // namespace tandem
