// SPDX-License-Identifier: GPL-3.0-or-later
#include "storywindow.h"

#include "sync/secretstore.h"
#include "ui/records/recordlist.h"
#include "ui/records/recordpane.h"
#include "ui/whendone.h"

#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

#include <optional>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

/** The engine's answer, waited for with the window alive; an error fails the test. */
template<typename T>
std::optional<Result<T>> awaited(const QFuture<Result<T>> &future)
{
    std::optional<Result<T>> answer;
    QObject context;
    whenDone(future, &context, [&answer](const Result<T> &result) { answer = result; });
    [&] { QTRY_VERIFY_WITH_TIMEOUT(answer.has_value(), StoryWindow::patience); }();
    if (answer && !*answer)
        QTest::qFail(qPrintable(answer->error().message), __FILE__, __LINE__);
    return answer;
}

} // namespace

StoryWindow::StoryWindow(const PracticeSize &size)
    // Slow enough that a person, and a test, can see a badge on its way.
    : m_practice(size, {u"--latency"_s, u"40"_s})
    , m_application(std::make_unique<Application>(ApplicationOptions{
          .profileFolder = m_folder.path(), .secrets = std::make_shared<MemorySecretStore>()}))
{
    const QSignalSpy started(m_application.get(), &Application::started);
    m_application->start();
    [&] { QTRY_COMPARE_WITH_TIMEOUT(started.size(), 1, patience); }();
    m_window = std::make_unique<MainWindow>(*m_application);
    m_window->show();
    [&] { QTRY_VERIFY_WITH_TIMEOUT(m_window->isSettled(), patience); }();
}

StoryWindow::~StoryWindow() = default;

PracticeProcess &StoryWindow::practice()
{
    return m_practice;
}

Application &StoryWindow::application()
{
    return *m_application;
}

MainWindow &StoryWindow::window()
{
    return *m_window;
}

void StoryWindow::connectPsa(ConflictPolicy policy)
{
    ConnectionDetails details{
        .platform = Platform::ConnectWise, .name = u"Main"_s, .url = m_practice.url(), .credentials = {}};
    const QJsonObject credentials = m_practice.credentials();
    for (auto it = credentials.constBegin(); it != credentials.constEnd(); ++it)
        details.credentials.insert(it.key(), SecretString(it.value().toString()));
    const auto id = awaited(m_application->engine().addIntegration(details));
    if (!id || !*id)
        return;
    SettingsChange change;
    change.settings.twoWay = true;
    change.settings.conflict = policy;
    (void)awaited(m_application->engine().applySettings(**id, change));
    m_application->refreshIntegrations();
    (void)awaited(m_application->engine().sync(**id, true));
    [&] { QTRY_VERIFY_WITH_TIMEOUT(m_window->isSettled(), patience); }();
}

RecordId StoryWindow::add(AssetKind kind, const FieldValues &fields)
{
    const auto saved = awaited(m_application->engine().save(
        {.kind = kind, .changes = fields, .source = RecordSource::Csv, .person = u"Ann"_s}));
    return saved && *saved ? (*saved)->id : 0;
}

void StoryWindow::sync()
{
    (void)awaited(
        m_application->engine().sync(m_application->integrations().constFirst().integration.id, false));
}

void StoryWindow::openRecord(const QString &sidebarKey, RecordId id)
{
    // Shortcuts belong to the active window, which a dialog has just been.
    m_window->activateWindow();
    [&] { QVERIFY(QTest::qWaitForWindowActive(m_window.get())); }();
    m_window->goTo(sidebarKey);
    [&] { QTRY_VERIFY_WITH_TIMEOUT(m_window->isSettled(), patience); }();
    m_window->recordList()->select(id);
    [&] { QTRY_COMPARE_WITH_TIMEOUT(m_window->recordPane()->view().record.id, id, patience); }();
    [&] { QTRY_VERIFY_WITH_TIMEOUT(m_window->isSettled(), patience); }();
}

SyncState StoryWindow::shownState() const
{
    const QList<RecordView::Sync> sync = m_window->recordPane()->view().sync;
    return sync.isEmpty() ? SyncState::NotSyncing : sync.constFirst().badge.state;
}

QString StoryWindow::remoteId() const
{
    const QList<RecordView::Sync> sync = m_window->recordPane()->view().sync;
    return sync.isEmpty() ? QString() : sync.constFirst().link.remote.id;
}

void StoryWindow::type(const QString &name, const QString &text)
{
    auto *edit = find<QLineEdit>(name);
    QVERIFY2(edit, qPrintable(name));
    edit->setFocus();
    edit->selectAll();
    QTest::keyClicks(edit, text);
}

} // namespace tandem
