// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/recordstore.h"

#include "core/logging.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDataStream>
#include <QSaveFile>

namespace tandem {

namespace {

constexpr quint32 snapshotMagic = 0x54505331; // "TPS1"
constexpr quint32 journalMagic = 0x54504a31; // "TPJ1"
constexpr quint8 putEntry = 1;
constexpr quint8 removeEntry = 2;

QString tr(const char *text)
{
    return QCoreApplication::translate("tandem::RecordStore", text);
}

QString journalName(const QString &file)
{
    return file + QStringLiteral(".journal");
}

// The packed form names fields by number, so a file is only good for the very tables it was written from.
QByteArray fingerprintOf(std::span<const TableSpec> tables)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const TableSpec &table : tables) {
        hash.addData(QByteArrayView(table.name));
        for (const FieldSpec &field : table.fields) {
            hash.addData(QByteArrayView(field.name));
            hash.addData(QByteArray::number(int(field.type)));
        }
    }
    return hash.result();
}

QDataStream &operator<<(QDataStream &stream, const StoredRecord &record)
{
    return stream << qint32(record.id) << record.created.at << qint32(record.created.member)
                  << record.updated.at << qint32(record.updated.member) << record.packed;
}

QDataStream &operator>>(QDataStream &stream, StoredRecord &record)
{
    qint32 id = 0;
    qint32 creator = 0;
    qint32 updater = 0;
    stream >> id >> record.created.at >> creator >> record.updated.at >> updater >> record.packed;
    record.id = id;
    record.created.member = creator;
    record.updated.member = updater;
    return stream;
}

void setUp(QDataStream &stream)
{
    stream.setVersion(QDataStream::Qt_6_4);
}

} // namespace

RecordStore::RecordStore(std::span<const TableSpec> tables)
    : m_fingerprint(fingerprintOf(tables))
{
    m_tables.reserve(tables.size());
    for (const TableSpec &spec : tables)
        m_tables.emplace_back(spec);
}

RecordStore::~RecordStore() = default;

RecordTable &RecordStore::table(int number)
{
    return m_tables.at(size_t(number));
}

const RecordTable &RecordStore::table(int number) const
{
    return m_tables.at(size_t(number));
}

int RecordStore::tableCount() const
{
    return int(m_tables.size());
}

quint64 RecordStore::version() const
{
    return m_version;
}

int RecordStore::insert(int table, const RecordDraft &draft, RecordStamp stamp)
{
    RecordTable &records = this->table(table);
    StoredRecord record{records.nextId(), stamp, stamp, records.pack(draft)};
    journalPut(table, record);
    const int id = record.id;
    records.put(std::move(record));
    ++m_version;
    return id;
}

void RecordStore::update(int table, const RecordDraft &draft, RecordStamp stamp)
{
    RecordTable &records = this->table(table);
    const StoredRecord *former = records.find(draft.id);
    Q_ASSERT(former);
    StoredRecord record{draft.id, former->created, stamp, records.pack(draft)};
    journalPut(table, record);
    records.put(std::move(record));
    ++m_version;
}

bool RecordStore::remove(int table, int id)
{
    if (!this->table(table).remove(id))
        return false;
    ++m_version;
    if (m_journal) {
        QByteArray entry;
        QDataStream stream(&entry, QIODevice::WriteOnly);
        setUp(stream);
        stream << removeEntry << quint8(table) << qint32(id);
        journalWrite(entry);
    }
    return true;
}

Result<bool> RecordStore::load(const QString &file)
{
    if (!QFile::exists(file))
        return false;
    Result<bool> read = readSnapshot(file);
    if (read)
        replayJournal(journalName(file));
    return read;
}

Result<> RecordStore::save(const QString &file)
{
    QSaveFile out(file);
    if (!out.open(QIODevice::WriteOnly))
        return fail(ErrorCode::BadInput,
                    tr("The state file %1 cannot be written: %2").arg(file, out.errorString()));
    ++m_generation;
    QDataStream stream(&out);
    setUp(stream);
    stream << snapshotMagic << m_fingerprint << m_generation;
    for (const RecordTable &records : m_tables) {
        stream << qint32(records.nextId()) << quint32(records.records().size());
        for (const StoredRecord &record : records.records())
            stream << record;
    }
    stream << snapshotMagic;
    if (stream.status() != QDataStream::Ok || !out.commit())
        return fail(ErrorCode::BadInput,
                    tr("The state file %1 cannot be written: %2").arg(file, out.errorString()));

    m_journal = std::make_unique<QFile>(journalName(file));
    if (!m_journal->open(QIODevice::WriteOnly | QIODevice::Truncate)) {
        const QString why = m_journal->errorString();
        m_journal.reset();
        return fail(ErrorCode::BadInput,
                    tr("The journal %1 cannot be written: %2").arg(journalName(file), why));
    }
    QByteArray header;
    QDataStream head(&header, QIODevice::WriteOnly);
    setUp(head);
    head << journalMagic << m_generation;
    journalWrite(header);
    return {};
}

Result<bool> RecordStore::readSnapshot(const QString &file)
{
    QFile in(file);
    if (!in.open(QIODevice::ReadOnly))
        return fail(ErrorCode::BadInput,
                    tr("The state file %1 cannot be read: %2").arg(file, in.errorString()));
    QDataStream stream(&in);
    setUp(stream);
    quint32 magic = 0;
    QByteArray fingerprint;
    stream >> magic;
    if (magic == snapshotMagic)
        stream >> fingerprint >> m_generation;
    if (magic != snapshotMagic || fingerprint != m_fingerprint) {
        return fail(
            ErrorCode::BadInput,
            tr("%1 was not written by this practice PSA. Name another file, or delete this one.").arg(file));
    }
    for (RecordTable &records : m_tables) {
        qint32 nextId = 1;
        quint32 count = 0;
        stream >> nextId >> count;
        if (stream.status() != QDataStream::Ok)
            break;
        records.clear();
        for (quint32 i = 0; i < count && stream.status() == QDataStream::Ok; ++i) {
            StoredRecord record;
            stream >> record;
            records.put(std::move(record));
        }
        records.reserveIds(nextId);
    }
    quint32 tail = 0;
    stream >> tail;
    if (stream.status() != QDataStream::Ok || tail != snapshotMagic) {
        return fail(ErrorCode::BadInput,
                    tr("The state file %1 is damaged. Name another file, or delete this one.").arg(file));
    }
    return true;
}

void RecordStore::replayJournal(const QString &file)
{
    QFile in(file);
    if (!in.open(QIODevice::ReadOnly))
        return;
    QDataStream stream(&in);
    setUp(stream);
    quint32 magic = 0;
    quint64 generation = 0;
    stream >> magic >> generation;
    if (magic != journalMagic || generation != m_generation)
        return; // of an older snapshot, which already holds these changes
    while (!stream.atEnd()) {
        quint8 kind = 0;
        quint8 table = 0;
        stream >> kind >> table;
        if (table >= m_tables.size())
            return;
        if (kind == putEntry) {
            StoredRecord record;
            stream >> record;
            if (stream.status() != QDataStream::Ok)
                return; // killed in the middle of this entry: its answer was never sent
            m_tables[table].put(std::move(record));
        } else {
            qint32 id = 0;
            stream >> id;
            if (stream.status() != QDataStream::Ok)
                return;
            m_tables[table].remove(id);
        }
    }
}

void RecordStore::journalPut(int table, const StoredRecord &record)
{
    if (!m_journal)
        return;
    QByteArray entry;
    QDataStream stream(&entry, QIODevice::WriteOnly);
    setUp(stream);
    stream << putEntry << quint8(table) << record;
    journalWrite(entry);
}

void RecordStore::journalWrite(const QByteArray &entry)
{
    if (m_journal->write(entry) != entry.size() || !m_journal->flush())
        qCWarning(lcPractice) << "the journal cannot be written:" << m_journal->errorString();
}

} // namespace tandem
