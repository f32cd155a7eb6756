// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/csvline.h"

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

/** With a plus it is a phone number, which a spreadsheet would spoil. */
bool isNegativeNumber(const QString &cell)
{
    bool isNumber = false;
    cell.toDouble(&isNumber);
    return isNumber && cell.size() > 1 && cell.front() == u'-' && cell.at(1).isDigit();
}

/** As OWASP advises against CSV injection: https://owasp.org/www-community/attacks/CSV_Injection */
bool wouldRun(const QString &cell)
{
    return !cell.isEmpty() && u"=+-@\t\r"_s.contains(cell.front()) && !isNegativeNumber(cell);
}

} // namespace

QByteArray csvLine(const QStringList &cells)
{
    QString line;
    for (const QString &cell : cells) {
        QString text = wouldRun(cell) ? QString(u'\'' + cell) : cell;
        const bool needsQuotes =
            text.contains(u',') || text.contains(u'"') || text.contains(u'\r') || text.contains(u'\n');
        if (needsQuotes)
            text = u'"' + text.replace(u'"', u"\"\""_s) + u'"';
        line += text + u',';
    }
    line.chop(1);
    return line.toUtf8() + "\r\n";
}

QString withoutCsvGuard(const QString &cell)
{
    return cell.startsWith(u'\'') && wouldRun(cell.mid(1)) ? cell.mid(1) : cell;
}

} // namespace tandem
