// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/kaseya/bmsbudget.h"
#include "practice/kaseya/bmsquery.h"
#include "practice/kaseya/bmsquirks.h"
#include "practice/kaseya/bmsrenderer.h"
#include "practice/kaseya/bmstokens.h"
#include "practice/kaseya/bmswriter.h"
#include "practice/practiceplatform.h"

namespace tandem {

/** The three products that are one code base. */
enum class KaseyaBrand { Bms, Vorex, Pulseway };

/**
 * A practice Kaseya BMS, Vorex or Pulseway PSA: the REST API below `/v2/` and the frozen older one below
 * `/api/`, on one port, as far as a sync of accounts, locations, contacts and hardware assets needs them. The
 * web interface's address of the same API, `/api2/v2/`, answers too.
 *
 * Where no public source says what the real servers do, this one does this: a refusal has status 200 and
 * success false, but for 401 (code 978001), 403 and 429, and the older API has its status; a wrong password
 * is answered like a token that does not count; a text filter looks for a part and passes over letter case;
 * Sort and Exclude are passed over; a page holds 50 rows unless said otherwise; a PUT clears what it leaves
 * out, and a true-or-false that may not be null is false then; a contact has to have a first name; references
 * have to exist, and locations and contacts to be the account's own; of a contact's addresses exactly one is
 * the default one, of an account's locations exactly one the main one; accounts and locations that are in
 * use, and main locations, are not deleted; a deleted contact's assets belong to nobody; a change of a
 * location, e-mail or phone moves its owner's ModifiedOn; DELETE answers without a body; tokens of one API do
 * not count for the other; only calls that were let in are counted, by method and route, over sixty minutes.
 */
class KaseyaPlatform final : public PracticePlatform {
public:
    KaseyaPlatform(KaseyaBrand brand, const PracticeSeeding &seeding);
    ~KaseyaPlatform() override;

    [[nodiscard]] QString name() const override;
    [[nodiscard]] QJsonObject credentials(const QString &url) const override;
    [[nodiscard]] PracticeRoute route(const PracticeRequest &request) const override;
    [[nodiscard]] PracticeResponse answer(const PracticeRequest &request,
                                          const PracticeRoute &route) override;
    [[nodiscard]] PracticeResponse failure(const PracticeFailure &failure, const PracticeRequest &request,
                                           const PracticeRoute &route) const override;
    [[nodiscard]] std::optional<AssetKind> doorKind(const QString &kind) const override;
    [[nodiscard]] PracticeResponse doorRead(AssetKind kind, const PracticeRequest &request) const override;
    [[nodiscard]] PracticeResponse doorChange(AssetKind kind, const PracticeDoorChange &change,
                                              const PracticeRequest &request) override;
    [[nodiscard]] std::optional<PracticeResponse>
    doorOther(const QString &name, const PracticeDoorChange *change, const PracticeRequest &request) override;
    [[nodiscard]] QStringList knownQuirks() const override;
    [[nodiscard]] QStringList quirks() const override;
    [[nodiscard]] Result<> setQuirks(const QStringList &quirks) override;
    [[nodiscard]] Result<> openState(const QString &file) override;
    [[nodiscard]] Result<> saveState() override;

private:
    /** What the three products call themselves. */
    struct BrandWords {
        const char *name;
        const char *product;
        const char *tenant;
    };

    struct Endpoint;
    /** A request that may be answered. */
    struct Call {
        const PracticeRequest &request;
        const Endpoint &endpoint;
        const QList<int> &ids;
    };
    using Handler = PracticeResponse (KaseyaPlatform::*)(const Call &);
    struct Endpoint {
        const char *method;
        const char *path; ///< template as in the statistics
        Handler handler;
        int table = -1;
        std::span<const practicebms::Member> (*members)() = nullptr;
        std::span<const practicebms::FilterSpec> (*filters)() = nullptr;
        int flags = 0;
    };
    enum EndpointFlag : int {
        Open = 1, ///< asks for no token
        Paged = 2, ///< never answers all rows at once
        Counted = 4, ///< says how many rows there are
        MaybeBare = 8, ///< may come without its envelope
        Search = 16 ///< reads, though by POST
    };
    [[nodiscard]] static std::span<const Endpoint> endpoints();
    [[nodiscard]] static bool isOlder(const PracticeRequest &request);

    [[nodiscard]] static bool isWrite(const Endpoint &endpoint);
    [[nodiscard]] PracticeResponse refuse(const PracticeRequest &request,
                                          const practicebms::Problem &problem) const;
    [[nodiscard]] practicebms::Renderer renderer() const;
    [[nodiscard]] practicebms::Renderer olderRenderer() const;
    [[nodiscard]] practicebms::WriteContext writeContext(const PracticeRequest &request) const;

    [[nodiscard]] PracticeResponse authenticate(const Call &call);
    [[nodiscard]] PracticeResponse refreshToken(const Call &call);
    [[nodiscard]] PracticeResponse ssoStatus(const Call &call);
    [[nodiscard]] PracticeResponse userInfo(const Call &call);
    [[nodiscard]] PracticeResponse settings(const Call &call);
    [[nodiscard]] PracticeResponse list(const Call &call);
    [[nodiscard]] PracticeResponse item(const Call &call);
    [[nodiscard]] PracticeResponse summaryInfo(const Call &call);
    [[nodiscard]] PracticeResponse create(const Call &call);
    [[nodiscard]] PracticeResponse replace(const Call &call);
    [[nodiscard]] PracticeResponse patch(const Call &call);
    [[nodiscard]] PracticeResponse patchChildren(const Call &call);
    [[nodiscard]] PracticeResponse remove(const Call &call);
    [[nodiscard]] PracticeResponse lookup(const Call &call);
    [[nodiscard]] PracticeResponse addListValue(const Call &call);
    [[nodiscard]] PracticeResponse customFields(const Call &call);
    [[nodiscard]] PracticeResponse customData(const Call &call);
    [[nodiscard]] PracticeResponse setCustomValue(const Call &call);
    [[nodiscard]] PracticeResponse itglueStatus(const Call &call);
    [[nodiscard]] PracticeResponse itglueLookup(const Call &call);

    [[nodiscard]] PracticeResponse olderToken(const Call &call);
    [[nodiscard]] PracticeResponse olderList(const Call &call);
    [[nodiscard]] PracticeResponse olderItem(const Call &call);
    [[nodiscard]] PracticeResponse olderCreate(const Call &call);
    [[nodiscard]] PracticeResponse olderReplace(const Call &call);
    [[nodiscard]] PracticeResponse olderRemove(const Call &call);

    [[nodiscard]] practicebms::Answer<int> created(const Call &call, int table);
    [[nodiscard]] practicebms::Answer<int> replaced(const Call &call, int table);
    [[nodiscard]] bool mayEnter(const QString &tenant, const QString &user, const QString &password) const;
    [[nodiscard]] QByteArray tokenJson(const practicebms::Tokens &tokens) const;
    /** The list that the last part of the path names. */
    [[nodiscard]] QString listName(const Call &call) const;

    [[nodiscard]] PracticeResponse doorList(int table, std::span<const practicebms::Member> members,
                                            const PracticeRequest &request,
                                            const char *onlyList = nullptr) const;
    [[nodiscard]] PracticeResponse doorWrite(int table, std::span<const practicebms::Member> members,
                                             const PracticeDoorChange &change, const PracticeRequest &request,
                                             const char *listName = nullptr);

    const BrandWords m_words;
    practicebms::Quirks m_quirks;
    RecordStore m_store;
    practicebms::TokenDesk m_tokens;
    practicebms::Budget m_budget;
    std::vector<QByteArrayList> m_templates; ///< of the endpoints, in parts and lower case
    QString m_password;
    QString m_stateFile;
};

} // namespace tandem
