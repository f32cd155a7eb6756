// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;
class QToolButton;

namespace tandem {

/** A sentence across the top of a page that stays until it is closed or made void: what went wrong and the
 * way out. */
class MessageBar final : public QFrame {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MessageBar)
public:
    enum class Tone : quint8 {
        Information,
        Warning,
        Error,
    };

    explicit MessageBar(QWidget *parent = nullptr);

    /** Plain text. */
    void showText(Tone tone, const QString &text);
    [[nodiscard]] QString text() const;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QLabel *m_icon;
    QLabel *m_text;
    QToolButton *m_close;
    Tone m_tone = Tone::Information;
};

} // namespace tandem
