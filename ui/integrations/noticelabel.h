// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QWidget>

class QLabel;

namespace tandem {

/** A sentence with an icon, plain text and wrapped, such as an error below its field; hidden while it says
 * nothing. */
class NoticeLabel final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(NoticeLabel)
public:
    enum class Kind : quint8 {
        Info,
        Good,
        Warning,
        Error,
    };

    explicit NoticeLabel(QWidget *parent = nullptr);

    /** Shows the sentence and tells it to screen readers; an empty one hides the notice. */
    void say(Kind kind, const QString &text);
    void clear();
    [[nodiscard]] QString text() const;
    [[nodiscard]] Kind kind() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void drawIcon();

    Kind m_kind = Kind::Info;
    QLabel *m_icon;
    QLabel *m_text;
};

} // namespace tandem
