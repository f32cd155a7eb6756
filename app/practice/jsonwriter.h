// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace tandem {

/**
 * Appends compact JSON to a buffer, member by member and without building a document first: a page of a
 * thousand records is written straight from their packed form. Text is UTF-8. The caller keeps the nesting
 * right.
 */
class JsonWriter final {
public:
    explicit JsonWriter(QByteArray &out);

    void beginObject();
    void endObject();
    void beginArray();
    void endArray();
    void key(QByteArrayView name); ///< a name that needs no escaping
    void text(QByteArrayView utf8);
    void number(qint64 value);
    void real(double value);
    void boolean(bool value);
    void raw(QByteArrayView json);
    /** yyyy-MM-ddTHH:mm:ssZ of seconds since 1970. */
    void moment(qint64 seconds);
    /** Drops the separator after the outermost value. */
    void finish();

private:
    void close(char bracket);

    QByteArray &m_out;
};

/** yyyy-MM-ddTHH:mm:ssZ of seconds since 1970, UTC. */
[[nodiscard]] QByteArray momentText(qint64 seconds);

} // namespace tandem
