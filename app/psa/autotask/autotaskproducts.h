// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "psa/autotask/autotaskapi.h"
#include "psa/autotask/autotaskwire.h"

#include <QCoreApplication>

namespace tandem::autotask {

/**
 * The products of a tenant, of which each configuration is one: they hold its manufacturer and model.
 * Remembers what it has read until `forget`.
 */
class AutotaskProducts final {
    Q_DECLARE_TR_FUNCTIONS(tandem::AutotaskProducts)
    Q_DISABLE_COPY_MOVE(AutotaskProducts)
public:
    /** Chosen in Sync Settings; ids, empty: not chosen. */
    struct Choices {
        QString billingCode; ///< with it products are made
        QString fallback; ///< taken where none is found and none can be made
    };

    explicit AutotaskProducts(AutotaskApi &api);
    ~AutotaskProducts();

    /** Reads those that are not known yet. */
    QCoro::Task<Result<>> learn(QStringList ids, Priority priority);
    [[nodiscard]] const QHash<qint64, Product> &known() const;
    /**
     * The product of a manufacturer and model: the active one that has these names; else a new one, if there
     * is a billing code; else the fallback; else an error that says what to choose. Never made twice: one
     * look-up of these names goes on at a time, each make is preceded by a look, and one whose outcome is
     * unknown is followed by another look. An error never leaves it open whether something that the caller
     * asked for was written: products by themselves change no record.
     */
    QCoro::Task<Result<qint64>> ensure(QString manufacturer, QString model, Choices choices);
    void forget();

private:
    [[nodiscard]] QCoro::Task<Result<std::optional<Product>>> find(QString manufacturer, QString model);
    [[nodiscard]] QCoro::Task<Result<qint64>> make(QString manufacturer, QString model, QString billingCode);

    AutotaskApi &m_api;
    std::map<QString, Turn> m_turns; ///< by manufacturer and model
    QHash<qint64, Product> m_known;
    QHash<QString, qint64> m_ids; ///< by manufacturer and model
};

} // namespace tandem::autotask
