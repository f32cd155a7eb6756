// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database.h"
#include "ui/application.h"

#include <QTemporaryDir>

#include <memory>

namespace tandem {

/** A profile in a folder of its own: a real database, filled by the test, and a real application on it. */
class GuiProfile final {
    Q_DISABLE_COPY_MOVE(GuiProfile)
public:
    GuiProfile();
    ~GuiProfile();

    [[nodiscard]] QString folder() const;
    [[nodiscard]] QString databasePath() const;
    [[nodiscard]] Database &database();

    RecordId add(AssetKind kind, const FieldValues &fields);
    /** `count` configurations "PC-00000", "PC-00001", … of one organization, in one transaction; answers
     * their ids. */
    QList<RecordId> addConfigurations(int count);
    void update(RecordId id, AssetKind kind, const FieldValues &changes);
    void remove(RecordId id);
    [[nodiscard]] Record get(RecordId id);
    OptionId option(OptionList list, const QString &name);

    /** Starts it at the first call and waits until it has started. */
    [[nodiscard]] Application &application();
    void stopApplication();

private:
    QTemporaryDir m_folder;
    std::unique_ptr<Database> m_database;
    std::unique_ptr<Application> m_application;
};

} // namespace tandem
