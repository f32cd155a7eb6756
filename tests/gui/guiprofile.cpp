// SPDX-License-Identifier: GPL-3.0-or-later
#include "guiprofile.h"

#include "store/profile.h"
#include "store/recordstore.h"

#include <QSignalSpy>

namespace tandem {

namespace {

/** The value, or the end of the test program: without it nothing that follows means anything. */
template<typename T>
T taken(Result<T> result)
{
    if (!result)
        qFatal("%s", qPrintable(result.error().message));
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

} // namespace

GuiProfile::GuiProfile()
    : m_database(taken(Database::open(tandem::databasePath(m_folder.path()), Database::Mode::ReadWrite)))
{
}

GuiProfile::~GuiProfile() = default;

QString GuiProfile::folder() const
{
    return m_folder.path();
}

QString GuiProfile::databasePath() const
{
    return tandem::databasePath(m_folder.path());
}

Database &GuiProfile::database()
{
    return *m_database;
}

RecordId GuiProfile::add(AssetKind kind, const FieldValues &fields)
{
    Transaction transaction(*m_database);
    RecordStore records(*m_database);
    const RecordId id =
        taken(records.insert(kind, fields, RecordSource::Manual, QDateTime::currentDateTimeUtc()));
    taken(transaction.commit());
    return id;
}

QList<RecordId> GuiProfile::addConfigurations(int count)
{
    const RecordId organization =
        add(AssetKind::Organization, {{QStringLiteral("name"), QStringLiteral("Acme GmbH")}});
    const OptionId type = option(OptionList::ConfigurationType, QStringLiteral("Workstation"));
    Transaction transaction(*m_database);
    RecordStore records(*m_database);
    QList<RecordId> ids;
    for (int i = 0; i < count; ++i) {
        const FieldValues fields{
            {QStringLiteral("name"), QStringLiteral("PC-%1").arg(i, 5, 10, QLatin1Char('0'))},
            {QStringLiteral("organization"), organization},
            {QStringLiteral("configuration_type"), type},
            {QStringLiteral("serial_number"), QStringLiteral("SN%1").arg(count - i, 5, 10, QLatin1Char('0'))},
        };
        ids.append(taken(records.insert(AssetKind::Configuration, fields, RecordSource::Manual,
                                        QDateTime::currentDateTimeUtc())));
    }
    taken(transaction.commit());
    return ids;
}

void GuiProfile::update(RecordId id, AssetKind kind, const FieldValues &changes)
{
    Transaction transaction(*m_database);
    RecordStore records(*m_database);
    taken(records.update(id, kind, changes, QDateTime::currentDateTimeUtc()));
    taken(transaction.commit());
}

void GuiProfile::remove(RecordId id)
{
    Transaction transaction(*m_database);
    RecordStore records(*m_database);
    taken(records.remove(id));
    taken(transaction.commit());
}

Record GuiProfile::get(RecordId id)
{
    return taken(RecordStore(*m_database).get(id));
}

OptionId GuiProfile::option(OptionList list, const QString &name)
{
    Transaction transaction(*m_database);
    OptionStore options(*m_database);
    const OptionId id = taken(options.findOrCreate(list, name));
    taken(transaction.commit());
    return id;
}

Application &GuiProfile::application()
{
    if (!m_application) {
        m_application = std::make_unique<Application>(ApplicationOptions{
            .profileFolder = m_folder.path(),
            .secrets = std::make_shared<MemorySecretStore>(),
            .runsScheduler = false,
        });
        const QSignalSpy started(m_application.get(), &Application::started);
        const QSignalSpy failed(m_application.get(), &Application::startFailed);
        m_application->start();
        while (started.isEmpty() && failed.isEmpty())
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        if (started.isEmpty())
            qFatal("the application did not start");
    }
    return *m_application;
}

void GuiProfile::stopApplication()
{
    m_application.reset();
}

} // namespace tandem
