// SPDX-License-Identifier: GPL-3.0-or-later
#include "pushwindow.h"

#include "ui/integrations/integrationsdialog.h"
#include "ui/integrations/noticelabel.h"
#include "ui/push/countbar.h"

#include <QAction>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QToolButton>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

PushWindow::PushWindow(ApplicationOptions options)
    : m_application(std::make_unique<Application>(std::move(options)))
{
}

PushWindow::~PushWindow() = default;

bool PushWindow::start()
{
    const QSignalSpy started(m_application.get(), &Application::started);
    m_application->start();
    if (!QTest::qWaitFor([&] { return !started.isEmpty(); }, patience))
        return false;
    m_window = std::make_unique<MainWindow>(*m_application);
    m_window->show();
    return QTest::qWaitFor([this] { return m_window->isSettled(); }, patience);
}

Application &PushWindow::application()
{
    return *m_application;
}

MainWindow &PushWindow::window()
{
    return *m_window;
}

bool PushWindow::open()
{
    m_application->refreshIntegrations();
    if (!m_integrations)
        m_window->findChild<QAction *>(u"integrationsAction"_s)->trigger();
    const auto action = [this]() -> QAction * {
        m_integrations = m_window->findChild<IntegrationsDialog *>();
        return m_integrations ? m_integrations->findChild<QAction *>(u"pushAllAction"_s) : nullptr;
    };
    if (!QTest::qWaitFor([&] { return action() && action()->isEnabled(); }, patience))
        return false;
    action()->trigger();
    const auto isOpen = [this] {
        m_wizard = m_integrations->findChild<PushAllWizard *>();
        return m_wizard && m_wizard->isVisible();
    };
    return QTest::qWaitFor(isOpen, patience);
}

bool PushWindow::close()
{
    m_wizard->reject();
    return QTest::qWaitFor([this] { return !m_wizard; }, patience);
}

PushAllWizard &PushWindow::wizard() const
{
    return *m_wizard;
}

bool PushWindow::goTo(PushAllWizard::PageId page)
{
    while (m_wizard->currentId() != page) {
        if (m_wizard->currentId() == PushAllWizard::ResultsId || !goOn())
            return false;
    }
    // A page is there when what it shows has come.
    return QTest::qWaitFor([this] { return m_wizard->isSettled(); }, patience);
}

bool PushWindow::goOn()
{
    const int now = m_wizard->currentId();
    if (now == PushAllWizard::PreviewId && !waitUntilPlanned())
        return false;
    if (now == PushAllWizard::ConfirmId)
        child<QLineEdit>(u"typedNameEdit"_s)->setText(u"New"_s);
    QAbstractButton *button =
        m_wizard->button(now == PushAllWizard::ConfirmId ? QWizard::CommitButton : QWizard::NextButton);
    if (!QTest::qWaitFor([button] { return button->isEnabled(); }, patience))
        return false;
    button->click();
    return QTest::qWaitFor([this, now] { return m_wizard->currentId() != now; }, patience);
}

bool PushWindow::waitUntilPlanned() const
{
    const auto isThere = [this] {
        return m_wizard->isSettled() && child<QPushButton>(u"refreshPreviewButton"_s)->isVisible();
    };
    return QTest::qWaitFor(isThere, patience);
}

bool PushWindow::run(IntegrationId id)
{
    const auto ran = awaited(m_application->engine().runPushAll(id));
    return ran && *ran;
}

QString PushWindow::stateText() const
{
    return child<NoticeLabel>(u"runState"_s)->text();
}

bool PushWindow::waitUntilDone() const
{
    return QTest::qWaitFor([this] { return stateText().startsWith(u"Finished"_s); }, patience);
}

qint64 PushWindow::count(const QString &bar, const QString &name) const
{
    const auto *button = child<CountBar>(bar)->findChild<QToolButton *>(name + u"CountButton"_s);
    return button->text().section(u' ', -1).toLongLong();
}

bool PushWindow::choose(const QString &bar, const QString &name) const
{
    auto *button = child<CountBar>(bar)->findChild<QToolButton *>(name + u"CountButton"_s);
    button->click();
    const auto *table = child<QTableView>(bar.chopped(6) + u"Table"_s);
    return QTest::qWaitFor([&] { return table->model()->rowCount() == int(count(bar, name)); }, patience);
}

} // namespace tandem
