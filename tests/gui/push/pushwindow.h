// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/application.h"
#include "ui/mainwindow.h"
#include "ui/push/pushallwizard.h"
#include "ui/whendone.h"

#include <QPointer>
#include <QTest>

#include <memory>
#include <optional>

namespace tandem {

class IntegrationsDialog;

/** The result of a future, waited for with the windows alive; nothing when it took too long. */
template<typename T>
[[nodiscard]] std::optional<T> awaited(const QFuture<T> &future)
{
    constexpr int patienceMs = 60'000;
    std::optional<T> result;
    QObject context;
    whenDone(future, &context, [&result](const T &value) { result = value; });
    if (!QTest::qWaitFor([&result] { return result.has_value(); }, patienceMs))
        return std::nullopt;
    return result;
}

/**
 * The program on a profile, and a person who goes through Push All Syncable Assets in its window. The helpers
 * answer false when they did not get there in time. Needs no running test, so that a process that is to be
 * killed can use it too.
 */
class PushWindow final {
    Q_DISABLE_COPY_MOVE(PushWindow)
public:
    static constexpr int patience = 60'000;

    explicit PushWindow(ApplicationOptions options);
    ~PushWindow();

    [[nodiscard]] bool start();
    [[nodiscard]] Application &application();
    [[nodiscard]] MainWindow &window();

    /** Integrations > Actions > Push All Syncable Assets. */
    [[nodiscard]] bool open();
    [[nodiscard]] bool close();
    /** Nobody else may have it open. */
    [[nodiscard]] PushAllWizard &wizard() const;
    /** On with Next to the page, through the preview of everything and the typed name. */
    [[nodiscard]] bool goTo(PushAllWizard::PageId page);
    /** The preview page shows what would happen. */
    [[nodiscard]] bool waitUntilPlanned() const;
    /** Pushes to the end as the program's scheduler does; what is put off stays. */
    [[nodiscard]] bool run(IntegrationId id);
    /** The progress page says that it is done. */
    [[nodiscard]] bool waitUntilDone() const;
    [[nodiscard]] QString stateText() const;

    template<typename T>
    [[nodiscard]] T *child(const QString &name) const
    {
        return m_wizard->findChild<T *>(name);
    }
    /** The figure of a button of a count bar, such as "created". */
    [[nodiscard]] qint64 count(const QString &bar, const QString &name) const;
    /** Shows only these, and waits until they are there. */
    [[nodiscard]] bool choose(const QString &bar, const QString &name) const;

private:
    [[nodiscard]] bool goOn();

    std::unique_ptr<Application> m_application;
    std::unique_ptr<MainWindow> m_window;
    QPointer<IntegrationsDialog> m_integrations;
    QPointer<PushAllWizard> m_wizard;
};

} // namespace tandem
