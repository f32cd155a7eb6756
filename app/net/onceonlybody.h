// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QIODevice>

namespace tandem {

/**
 * The body of a write, readable once. Qt sends a request again when a kept-alive connection dies before the
 * answer, and for that it rewinds the body; this one cannot be rewound, so Qt answers `ContentReSendError`
 * instead.
 */
class OnceOnlyBody final : public QIODevice
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OnceOnlyBody)
public:
    explicit OnceOnlyBody(QByteArray bytes, QObject *parent = nullptr);
    ~OnceOnlyBody() override;

    [[nodiscard]] bool isSequential() const override;
    [[nodiscard]] bool atEnd() const override;
    [[nodiscard]] qint64 bytesAvailable() const override;
    [[nodiscard]] qint64 size() const override;
    bool reset() override;

    /** True once every byte was handed out; before that no server can have received the whole request. */
    [[nodiscard]] bool isDrained() const;

protected:
    qint64 readData(char *data, qint64 maxSize) override;
    qint64 writeData(const char *data, qint64 size) override;

private:
    QByteArray m_bytes;
    qsizetype m_position = 0;
};

} // namespace tandem
