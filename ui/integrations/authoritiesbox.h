// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QWidget>

class QLabel;
class QPushButton;

namespace tandem {

class NoticeLabel;

/** Which certificate authorities a connection trusts: the system's, and the company's own where a person chose its file. */
class AuthoritiesBox final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AuthoritiesBox)
public:
    explicit AuthoritiesBox(QWidget *parent = nullptr);

    /** PEM; empty: only the system's. */
    [[nodiscard]] QByteArray pem() const;
    void setPem(const QByteArray &pem);
    void setReadOnly(bool readOnly);
    /** Its place when people go through the form by Tab. */
    void setTabPlace(QWidget *before, QWidget *after);
    /** Reads the file; says beside the field what is wrong with it, and then trusts what it did before. */
    void readFile(const QString &path);
    void showError(const QString &message);
    void clearError();

Q_SIGNALS:
    void edited();

private:
    void choose();
    void take(const QByteArray &pem);

    QByteArray m_pem;
    QLabel *m_text;
    QPushButton *m_choose;
    QPushButton *m_remove;
    NoticeLabel *m_error;
};

} // namespace tandem
