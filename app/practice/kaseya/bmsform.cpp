// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/kaseya/bmsform.h"

#include "practice/practicehttp.h"

using namespace Qt::Literals::StringLiterals;

namespace tandem::practicebms {

namespace {

/** The value of `name=value` or `name="value"` among the parameters of a header. */
QByteArray parameter(const QByteArray &header, QByteArrayView name)
{
    for (const QByteArray &item : header.split(';')) {
        const qsizetype equals = item.indexOf('=');
        if (equals < 0 || item.first(equals).trimmed().toLower() != name)
            continue;
        QByteArray value = item.sliced(equals + 1).trimmed();
        if (value.size() >= 2 && value.startsWith('"') && value.endsWith('"'))
            value = value.sliced(1, value.size() - 2);
        return value;
    }
    return {};
}

Form readMultipart(const QByteArray &boundary, const QByteArray &body)
{
    Form form;
    const QByteArray mark = "--" + boundary;
    qsizetype at = body.indexOf(mark);
    while (at >= 0) {
        const qsizetype begin = at + mark.size();
        const qsizetype end = body.indexOf(mark, begin);
        const qsizetype blank = body.indexOf("\r\n\r\n", begin);
        if (end < 0 || blank < 0 || blank > end)
            break;
        QByteArray name;
        for (const QByteArray &header : body.sliced(begin, blank - begin).split('\n')) {
            if (header.trimmed().toLower().startsWith("content-disposition:"))
                name = parameter(header, "name");
        }
        // The line break before the next mark belongs to the mark.
        const qsizetype size = std::max<qsizetype>(0, end - 2 - (blank + 4));
        if (!name.isEmpty())
            form.insert(QString::fromUtf8(name).toLower(), QString::fromUtf8(body.sliced(blank + 4, size)));
        at = end;
    }
    return form;
}

} // namespace

std::optional<Form> readForm(const QByteArray &contentType, const QByteArray &body)
{
    const QByteArray type = contentType.split(';').constFirst().trimmed().toLower();
    if (type == "multipart/form-data")
        return readMultipart(parameter(contentType, "boundary"), body);
    if (type != "application/x-www-form-urlencoded")
        return std::nullopt;
    PracticeRequest request; // a form is written as a query is
    request.rawQuery = body;
    Form form;
    for (const auto &[name, value] : request.queryItems())
        form.insert(name.toLower(), value);
    return form;
}

} // namespace tandem::practicebms
