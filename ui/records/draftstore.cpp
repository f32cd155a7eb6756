// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/records/draftstore.h"

#include "core/logging.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>

#include <chrono>

namespace tandem {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

bool Draft::isNew() const
{
    return id < 0;
}

DraftStore::DraftStore(const QString &filePath, QObject *parent)
    : QObject(parent)
    , m_filePath(filePath)
{
    m_writeTimer.setSingleShot(true);
    m_writeTimer.setInterval(500ms);
    connect(&m_writeTimer, &QTimer::timeout, this, &DraftStore::write);
    read();
}

DraftStore::~DraftStore()
{
    if (m_writeTimer.isActive())
        write();
}

std::optional<Draft> DraftStore::find(RecordId id) const
{
    const auto found = m_drafts.constFind(id);
    return found == m_drafts.constEnd() ? std::nullopt : std::optional(*found);
}

QList<Draft> DraftStore::all() const
{
    QList<Draft> drafts;
    for (const RecordId id : m_order) {
        const Draft &draft = *m_drafts.constFind(id);
        if (!draft.changes.isEmpty())
            drafts.append(draft);
    }
    return drafts;
}

void DraftStore::put(const Draft &draft)
{
    if (draft.changes.isEmpty() && !draft.isNew()) {
        discard(draft.id);
        return;
    }
    if (!m_drafts.contains(draft.id))
        m_order.append(draft.id);
    m_drafts.insert(draft.id, draft);
    m_writeTimer.start();
    Q_EMIT changed();
}

void DraftStore::discard(RecordId id)
{
    if (!m_drafts.remove(id))
        return;
    m_order.removeOne(id);
    m_writeTimer.start();
    Q_EMIT changed();
}

RecordId DraftStore::begin(AssetKind kind, const FieldValues &preset, const QJsonObject &names)
{
    const RecordId id = m_nextId--;
    put({.id = id, .kind = kind, .title = {}, .changes = preset, .base = {}, .names = names});
    return id;
}

void DraftStore::read()
{
    QFile file(m_filePath);
    if (!file.exists())
        return;
    if (!file.open(QIODevice::ReadOnly)) {
        qCWarning(lcUi) << "unsaved changes could not be read:" << file.errorString();
        return;
    }
    const QJsonArray drafts = QJsonDocument::fromJson(file.readAll()).array();
    for (const QJsonValue &value : drafts) {
        const QJsonObject object = value.toObject();
        const std::optional<AssetKind> kind = kindFromName(object.value("kind"_L1).toString());
        const RecordId id = object.value("id"_L1).toInteger();
        if (!kind || id == 0)
            continue;
        m_order.append(id);
        m_drafts.insert(id,
                        {.id = id,
                         .kind = *kind,
                         .title = object.value("title"_L1).toString(),
                         .changes = object.value("changes"_L1).toObject(),
                         .base = object.value("base"_L1).toObject(),
                         .names = object.value("names"_L1).toObject()});
        m_nextId = qMin(m_nextId, id - 1);
    }
}

void DraftStore::write()
{
    m_writeTimer.stop();
    QJsonArray drafts;
    for (const Draft &draft : all()) {
        drafts.append(QJsonObject{{u"id"_s, draft.id},
                                  {u"kind"_s, kindName(draft.kind)},
                                  {u"title"_s, draft.title},
                                  {u"changes"_s, draft.changes},
                                  {u"base"_s, draft.base},
                                  {u"names"_s, draft.names}});
    }
    QSaveFile file(m_filePath);
    if (!file.open(QIODevice::WriteOnly) || file.write(QJsonDocument(drafts).toJson()) < 0 || !file.commit())
        qCWarning(lcUi) << "unsaved changes could not be kept in" << m_filePath << file.errorString();
}

} // namespace tandem
