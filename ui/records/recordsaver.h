// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/syncengine.h"
#include "ui/records/draftstore.h"

#include <QObject>

#include <deque>

namespace tandem {

class Application;

/**
 * Saves what a person typed: list values that are new are made first, then the record is saved, and what was
 * saved leaves the drafts. One save after the other.
 */
class RecordSaver final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RecordSaver)
public:
    RecordSaver(Application &application, DraftStore &drafts, QObject *parent = nullptr);
    ~RecordSaver() override;

    [[nodiscard]] bool isBusy() const;
    /** `before`: the record's values now. Ends in `saved` or `failed`. */
    void save(const Draft &draft, const FieldValues &before);

Q_SIGNALS:
    void saved(const tandem::Draft &draft, const tandem::Saved &result);
    void failed(const tandem::Draft &draft, const tandem::Error &error);

private:
    struct Saving;

    void makeNextOption();
    void saveRecord();
    void letGo(const Draft &draft, RecordId id);
    void finish(const Result<Saved> &result);

    Application &m_application;
    DraftStore &m_drafts;
    std::deque<Saving> m_queue; ///< the first is being saved
};

} // namespace tandem
