// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/apiserver.h"

#include <QObject>
#include <QString>

#include <memory>

namespace tandem {

class Application;

/**
 * The local API as a switch of the profile: whether it is on, and at which port, is remembered, and the
 * server follows. GUI thread; the server itself has threads of its own.
 */
class LocalApi final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LocalApi)
public:
    enum class State : quint8 {
        Off,
        Changing, ///< starts or ends
        Running,
        Failed, ///< is on, but cannot run; see `problem`
    };

    /** `application` has started and outlives it. */
    explicit LocalApi(Application &application, QObject *parent = nullptr);
    ~LocalApi() override;

    /** Does what the profile remembers. */
    void resume();

    [[nodiscard]] bool isOn() const;
    void setOn(bool isOn);
    [[nodiscard]] quint16 port() const;
    void setPort(quint16 port);
    [[nodiscard]] State state() const;
    /** "http://127.0.0.1:7420" while it runs; else empty. */
    [[nodiscard]] QString address() const;
    /** Why it does not run, in words; empty unless it failed. */
    [[nodiscard]] QString problem() const;

Q_SIGNALS:
    void changed();

private:
    void follow();
    void start();
    void stop();
    void setState(State state);

    Application &m_application;
    std::unique_ptr<ApiServer> m_server;
    quint16 m_servedPort = 0;
    State m_state = State::Off;
    QString m_address;
    QString m_problem;
};

} // namespace tandem
