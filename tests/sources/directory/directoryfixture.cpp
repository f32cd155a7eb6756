// SPDX-License-Identifier: GPL-3.0-or-later
#include "directoryfixture.h"

namespace tandem {

using namespace Qt::Literals::StringLiterals;

DirectoryFixture::DirectoryFixture(LdapPatience patience)
{
    m_service = std::make_unique<DirectoryService>(
        m_office.engine(),
        // The clock is the engine fixture's, which outlives the service.
        DirectoryOptions{.databasePath = m_office.databasePath(),
                         .clock = std::shared_ptr<Clock>(std::shared_ptr<Clock>(), &m_office.clock()),
                         .runsScheduler = false,
                         .patience = patience});
    m_organization = m_office.create(AssetKind::Organization, {{u"name"_s, u"Example"_s}});
}

DirectoryFixture::~DirectoryFixture()
{
    m_service.reset();
}

EngineFixture &DirectoryFixture::office()
{
    return m_office;
}

DirectoryService &DirectoryFixture::service()
{
    return *m_service;
}

RecordId DirectoryFixture::organization() const
{
    return m_organization;
}

void DirectoryFixture::setOrganization(RecordId id)
{
    m_organization = id;
}

DirectoryId DirectoryFixture::add(Directory directory, const QString &password)
{
    directory.organizationId = m_organization;
    const Result<DirectoryId> id =
        m_office.wait(m_office.engine().storeDirectory(directory, SecretString(password)));
    if (!id)
        QTest::qFail(wordsOf(id).constData(), __FILE__, __LINE__);
    return id.value_or(0);
}

Result<DirectorySummary> DirectoryFixture::trySync(DirectoryId id, DirectoryMode mode)
{
    return m_office.wait(m_service->sync(id, mode, u"Ann"_s));
}

DirectorySummary DirectoryFixture::sync(DirectoryId id, DirectoryMode mode)
{
    const Result<DirectorySummary> summary = trySync(id, mode);
    if (!summary)
        QTest::qFail(wordsOf(summary).constData(), __FILE__, __LINE__);
    return summary.value_or(DirectorySummary());
}

Result<DirectoryTest> DirectoryFixture::test(const Directory &directory, const QString &password)
{
    return m_office.wait(m_service->test(directory, SecretString(password)));
}

DirectoryStatus DirectoryFixture::status(DirectoryId id)
{
    const Result<QList<DirectoryStatus>> all = m_office.wait(m_service->statuses());
    for (const DirectoryStatus &each : all.value_or(QList<DirectoryStatus>())) {
        if (each.directory.id == id)
            return each;
    }
    return {};
}

RecordId DirectoryFixture::contact(const QString &firstName, const QString &lastName,
                                   const FieldValues &fields)
{
    FieldValues values = fields;
    values.insert(u"first_name"_s, firstName);
    values.insert(u"last_name"_s, lastName);
    values.insert(u"organization"_s, m_organization);
    return m_office.create(AssetKind::Contact, values);
}

std::optional<DirectoryFacts> DirectoryFixture::facts(RecordId id)
{
    return m_office.view(id).directory;
}

DirectoryLine lineOf(const DirectorySummary &summary, const QString &account)
{
    for (const DirectoryLine &line : summary.lines) {
        if (line.account == account)
            return line;
    }
    return {};
}

} // namespace tandem
