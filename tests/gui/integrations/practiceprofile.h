// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "practice/practiceserver.h"
#include "ui/application.h"
#include "ui/whendone.h"

#include <QFutureWatcher>
#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <optional>

namespace tandem::tests {

/** A program with an empty profile, and a practice PSA in this thread that it can be connected to. */
class PracticeProfile final {
    Q_DISABLE_COPY_MOVE(PracticeProfile)
public:
    explicit PracticeProfile(Platform platform = Platform::ConnectWise,
                             const PracticeSeeding &seeding = few());
    ~PracticeProfile();

    /** What it is seeded with unless told otherwise. */
    [[nodiscard]] static PracticeSeeding few();
    /** Both run. */
    [[nodiscard]] bool start();
    [[nodiscard]] Application &application();
    [[nodiscard]] PracticeServer &server();
    [[nodiscard]] QString folder() const;
    /** What a person would type. */
    [[nodiscard]] ConnectionDetails details(const QString &name) const;
    /** An integration that is connected and not synced yet; 0 when it failed. */
    [[nodiscard]] IntegrationId connectAs(const QString &name);
    /** `start`, and then `connectAs` "Main". */
    [[nodiscard]] IntegrationId startConnected();
    /** A sync of everything, to its end; false when it failed. */
    [[nodiscard]] bool sync(IntegrationId id);
    [[nodiscard]] Integration integration(IntegrationId id);

    /** The result of a future, waited for with the event loop running; nothing when it took too long. */
    template<typename T>
    [[nodiscard]] static std::optional<T> await(const QFuture<T> &future)
    {
        std::optional<T> result;
        QObject context;
        whenDone(future, &context, [&result](const T &value) { result = value; });
        if (!QTest::qWaitFor([&result] { return result.has_value(); }, 20'000))
            return std::nullopt;
        return result;
    }

private:
    const Platform m_platform;
    QTemporaryDir m_folder;
    SystemClock m_clock;
    std::unique_ptr<PracticeServer> m_server;
    std::unique_ptr<Application> m_application;
};

} // namespace tandem::tests
