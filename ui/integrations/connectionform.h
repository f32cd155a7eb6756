// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "psa/psaclient.h"
#include "sync/syncengine.h"

#include <QHash>
#include <QWidget>

class QFormLayout;
class QLineEdit;
class QProgressBar;
class QPushButton;

namespace tandem {

class Application;
class AuthoritiesBox;
class NoticeLabel;

/**
 * Address and credentials of a connection, as the platform asks for them, with a test that runs beside the
 * window. What a person typed leaves the form only as `ConnectionDetails`, for the engine.
 */
class ConnectionForm final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConnectionForm)
public:
    enum class Use : quint8 {
        New, ///< everything has to be typed, and can be tested
        Stored, ///< what is left blank stays as it is in the keychain; the engine tests when it stores
    };

    ConnectionForm(Application &application, Use use, QWidget *parent = nullptr);

    /** Makes the fields of a platform; the same platform again keeps what was typed. */
    void setPlatform(Platform platform);
    [[nodiscard]] Platform platform() const;
    /** The name only where the form asks for one, which is for a stored connection. */
    void setStored(const Integration &integration);
    [[nodiscard]] bool hasInput() const;
    /** What is typed; the name is empty where the form does not ask for it. */
    [[nodiscard]] ConnectionDetails details() const;
    /** Says next to each field what is missing, and goes to the first; true when nothing is. */
    bool check();
    /** Puts the message next to the field it is about. */
    void showError(const Error &error);
    void clearErrors();
    void setReadOnly(bool readOnly);

    /** Tests what is typed; ends in `testFinished`, unless it is cancelled or something is typed meanwhile.
     */
    void test();
    void cancelTest();
    [[nodiscard]] bool isTesting() const;
    /** Whether exactly what is typed now has passed the test. */
    [[nodiscard]] bool isTested() const;
    /** What the test found. */
    [[nodiscard]] const ServerInfo &server() const;

Q_SIGNALS:
    void edited();
    void testStarted();
    void testFinished(bool passed);

private:
    struct Field {
        QLineEdit *edit = nullptr;
        NoticeLabel *error = nullptr;
    };

    void addAuthorities();
    void addField(const QString &key, const QString &label, const QString &help, bool isSecret);
    /** Whether it may not be left blank. */
    [[nodiscard]] bool isNeeded(const QString &key) const;
    void takeEdit(const QString &key);
    void showTesting(bool testing);

    Application &m_application;
    Use m_use;
    Platform m_platform = Platform::Count;
    QFormLayout *m_form;
    QStringList m_keys; ///< in the order of the form: "name", "url", and those of the credentials
    QHash<QString, Field> m_fields;
    AuthoritiesBox *m_authorities = nullptr;
    QPushButton *m_testButton;
    QPushButton *m_cancelButton;
    QProgressBar *m_progress;
    NoticeLabel *m_result;
    int m_test = 0; ///< only the answer to the newest test counts
    bool m_isTesting = false;
    bool m_isTested = false;
    ServerInfo m_server;
};

} // namespace tandem
