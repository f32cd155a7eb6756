// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/platform.h"
#include "core/record.h"

#include <QDateTime>
#include <QJsonValue>
#include <QString>

namespace tandem {

/**
 * A field that Tandem and a PSA both changed, and that waits for a person's choice (policy "Ask me"). The
 * values are as the PSA holds them; the texts are for people, references by their names.
 */
struct Conflict {
    qint64 id = 0;
    IntegrationId integrationId = 0;
    QString integrationName; ///< only when read
    Platform platform = Platform::ConnectWise; ///< only when read
    RecordId recordId = 0;
    AssetKind kind = AssetKind::Organization;
    QString recordName; ///< only when read
    QString field;
    QJsonValue base;
    QJsonValue local;
    QJsonValue remote;
    QString baseText;
    QString localText;
    QString remoteText;
    QString localBy; ///< who saved it here; may be empty
    QDateTime localAt; ///< UTC; may be invalid
    QString remoteBy; ///< as the PSA names the person; may be empty
    QDateTime remoteAt; ///< UTC; may be invalid
    QDateTime foundAt; ///< UTC
};

} // namespace tandem
