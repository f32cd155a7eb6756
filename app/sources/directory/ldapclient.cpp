// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/directory/ldapclient.h"

#include "core/logging.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QFileInfo>
#include <QRegularExpression>

#include <array>
#include <atomic>
#include <condition_variable>
#include <csignal>
#include <mutex>
#include <thread>
#include <utility>

#include <sys/socket.h>

#include <ldap.h>

namespace tandem {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(tandem::LdapClient)
};

constexpr auto slice = 100ms; ///< between two looks whether it is cancelled
constexpr auto activeDirectoryOid = "1.2.840.113556.1.4.800";

/** Files with the authorities that a system trusts, of the distributions there are. */
constexpr std::array systemCaFiles{"/etc/ssl/certs/ca-certificates.crt", "/etc/pki/tls/certs/ca-bundle.crt",
                                   "/etc/ssl/ca-bundle.pem", "/etc/ssl/cert.pem"};

timeval toTimeval(std::chrono::milliseconds time)
{
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(time);
    return {.tv_sec = seconds.count(), .tv_usec = std::chrono::microseconds(time - seconds).count()};
}

/** A server that goes away in the middle of a write must not end the program. */
void blockBrokenPipe()
{
    sigset_t signalSet;
    sigemptyset(&signalSet);
    sigaddset(&signalSet, SIGPIPE);
    pthread_sigmask(SIG_BLOCK, &signalSet, nullptr);
}

/** Kerberos asks nothing: all it needs is in the ticket. */
int answerNothing(LDAP *, unsigned, void *, void *)
{
    return LDAP_SUCCESS;
}

struct FreeMemory {
    void operator()(char *text) const
    {
        ldap_memfree(text);
    }
};
using LdapText = std::unique_ptr<char, FreeMemory>;

struct FreeControl {
    void operator()(LDAPControl *control) const
    {
        ldap_control_free(control);
    }
};

struct FreeControls {
    void operator()(LDAPControl **controls) const
    {
        ldap_controls_free(controls);
    }
};

struct FreeValues {
    void operator()(berval **values) const
    {
        ldap_value_free_len(values);
    }
};

struct FreeElement {
    void operator()(BerElement *element) const
    {
        ber_free(element, 0);
    }
};

} // namespace

void LdapClient::Unbind::operator()(ldap *handle) const
{
    ldap_unbind_ext(handle, nullptr, nullptr);
}

/** One message of a server. */
class LdapClient::Message final {
    Q_DISABLE_COPY_MOVE(Message)
public:
    Message() = default;
    ~Message()
    {
        reset();
    }
    LDAPMessage **receive()
    {
        reset();
        return &m_message;
    }
    [[nodiscard]] LDAPMessage *get() const
    {
        return m_message;
    }
    [[nodiscard]] int type() const
    {
        return ldap_msgtype(m_message);
    }

private:
    void reset()
    {
        if (m_message)
            ldap_msgfree(m_message);
        m_message = nullptr;
    }
    LDAPMessage *m_message = nullptr;
};

/**
 * The socket of a connection, and who ends what blocks on it: libldap waits for ever for a server that
 * accepts a connection and then does not shake hands.
 */
class LdapClient::Socket final {
    Q_DISABLE_COPY_MOVE(Socket)
public:
    Socket()
    {
        m_callbacks.lc_add = &Socket::opened;
        m_callbacks.lc_del = &Socket::closed;
        m_callbacks.lc_arg = this;
    }

    [[nodiscard]] ldap_conncb *callbacks()
    {
        return &m_callbacks;
    }

    /** Whether the server was reached at all. */
    [[nodiscard]] bool wasOpened() const
    {
        return m_wasOpened;
    }

    /** Does the work; answers false when its time was over, or it was cancelled, before it had ended by
     * itself. */
    [[nodiscard]] bool guard(std::chrono::milliseconds patience, const std::function<bool()> &isCancelled,
                             const std::function<void()> &work)
    {
        std::mutex mutex;
        std::condition_variable wake;
        bool isDone = false;
        bool isEnded = false;
        std::thread watch([&] {
            const QDeadlineTimer deadline(patience);
            std::unique_lock lock(mutex);
            while (!isDone) {
                if (deadline.hasExpired() || (isCancelled && isCancelled())) {
                    // Again and again, since the socket may only be opened later.
                    isEnded = true;
                    if (const int socket = m_socket; socket >= 0)
                        ::shutdown(socket, SHUT_RDWR);
                }
                wake.wait_for(lock, slice);
            }
        });
        work();
        {
            const std::lock_guard lock(mutex);
            isDone = true;
        }
        wake.notify_one();
        watch.join();
        return !isEnded;
    }

private:
    static int opened(LDAP *handle, Sockbuf *buffer, LDAPURLDesc *, sockaddr *, ldap_conncb *callbacks)
    {
        int socket = -1;
        ber_sockbuf_ctrl(buffer, LBER_SB_OPT_GET_FD, &socket);
        auto *self = static_cast<Socket *>(callbacks->lc_arg);
        self->m_socket = socket;
        self->m_wasOpened = true;
        // With a time of its own the handshake of TLS would ask the socket without a pause.
        ldap_set_option(handle, LDAP_OPT_NETWORK_TIMEOUT, nullptr);
        return 0;
    }
    static void closed(LDAP *, Sockbuf *, ldap_conncb *callbacks)
    {
        static_cast<Socket *>(callbacks->lc_arg)->m_socket = -1;
    }

    ldap_conncb m_callbacks{};
    std::atomic_int m_socket = -1;
    bool m_wasOpened = false;
};

LdapClient::LdapClient(Directory directory, LdapPatience patience, std::function<bool()> isCancelled)
    : m_directory(std::move(directory))
    , m_patience(patience)
    , m_isCancelled(std::move(isCancelled))
    , m_socket(std::make_unique<Socket>())
{
}

LdapClient::~LdapClient() = default;

Result<void> LdapClient::connect()
{
    blockBrokenPipe();
    const Result<void> opened = open(Trust::Verified);
    if (opened || opened.error().code != ErrorCode::Unreachable || !m_socket->wasOpened())
        return opened;
    // libldap does not say what TLS failed of, so the certificate is looked at, and nothing is said to that
    // server.
    const Result<void> looked = open(Trust::Unverified);
    const QSslCertificate certificate = looked ? peerCertificate() : QSslCertificate();
    m_ldap.reset();
    if (!looked && looked.error().code != ErrorCode::Unreachable)
        return looked;
    return fail(certificateError(certificate, m_directory));
}

QSslCertificate LdapClient::peerCertificate() const
{
    berval certificate{.bv_len = 0, .bv_val = nullptr};
    if (ldap_get_option(m_ldap.get(), LDAP_OPT_X_TLS_PEERCERT, &certificate) != LDAP_OPT_SUCCESS)
        return QSslCertificate();
    const LdapText kept(certificate.bv_val);
    return QSslCertificate(QByteArray(certificate.bv_val, qsizetype(certificate.bv_len)), QSsl::Der);
}

Result<void> LdapClient::open(Trust trust)
{
    static const QRegularExpression hostName(QRegularExpression::anchoredPattern(u"[A-Za-z0-9._:-]+"_s));
    if (!hostName.match(m_directory.server).hasMatch()) {
        return fail(
            Error{.code = ErrorCode::BadInput,
                  .message = Words::tr("\"%1\" is not the name of a server. Give the name alone, such as "
                                       "dc1.example.com, without \"ldap://\".")
                                 .arg(m_directory.server),
                  .field = u"server"_s});
    }
    const QString host =
        m_directory.server.contains(u':') ? u'[' + m_directory.server + u']' : m_directory.server;
    const QString scheme = m_directory.security == DirectorySecurity::Ldaps ? u"ldaps"_s : u"ldap"_s;
    const QByteArray uri = u"%1://%2:%3"_s.arg(scheme, host).arg(m_directory.usedPort()).toLatin1();
    LDAP *handle = nullptr;
    const int made = ldap_initialize(&handle, uri.constData());
    m_ldap.reset(handle);
    if (made != LDAP_SUCCESS)
        return failed(made, LdapStep::Connect);
    if (const Result<void> set = setOptions(trust); !set)
        return set;
    switch (m_directory.security) {
    case DirectorySecurity::StartTls:
        return startTls();
    case DirectorySecurity::Ldaps:
    case DirectorySecurity::Kerberos:
    case DirectorySecurity::Count:
        break;
    }
    return call(LdapStep::Connect, [this] { return ldap_connect(m_ldap.get()); });
}

Result<void> LdapClient::setOptions(Trust trust)
{
    const int version = LDAP_VERSION3;
    const int demand = trust == Trust::Verified ? LDAP_OPT_X_TLS_DEMAND : LDAP_OPT_X_TLS_NEVER;
    const int oldestTls = LDAP_OPT_X_TLS_PROTOCOL_TLS1_2;
    const int noLimit = LDAP_NO_LIMIT;
    const timeval patience = toTimeval(m_patience.connect);
    QByteArray caFile = m_directory.caFile.toLocal8Bit();
    if (caFile.isEmpty()) {
        for (const char *file : systemCaFiles) {
            if (caFile.isEmpty() && QFileInfo::exists(QString::fromLatin1(file)))
                caFile = file;
        }
    } else if (!QFileInfo(m_directory.caFile).isReadable()) {
        return fail(
            Error{.code = ErrorCode::BadInput,
                  .message = Words::tr("The certificate file \"%1\" cannot be read.").arg(m_directory.caFile),
                  .field = u"ca_file"_s});
    }
    // What the system's ldap.conf says is not asked: a person chose all of this here.
    const std::array<std::pair<int, const void *>, 12> options{{
        {LDAP_OPT_CONNECT_CB, m_socket->callbacks()},
        {LDAP_OPT_PROTOCOL_VERSION, &version},
        {LDAP_OPT_REFERRALS, LDAP_OPT_OFF},
        {LDAP_OPT_RESTART, LDAP_OPT_ON},
        {LDAP_OPT_NETWORK_TIMEOUT, &patience},
        {LDAP_OPT_TIMEOUT, &patience},
        {LDAP_OPT_SIZELIMIT, &noLimit},
        {LDAP_OPT_TIMELIMIT, &noLimit},
        {LDAP_OPT_X_TLS_REQUIRE_CERT, &demand},
        {LDAP_OPT_X_TLS_PROTOCOL_MIN, &oldestTls},
        {LDAP_OPT_X_TLS_CACERTFILE, caFile.isEmpty() ? nullptr : caFile.constData()},
        {LDAP_OPT_X_TLS_CACERTDIR, nullptr},
    }};
    for (const auto &[option, value] : options) {
        if (const int set = ldap_set_option(m_ldap.get(), option, value); set != LDAP_OPT_SUCCESS)
            return failed(set, LdapStep::Connect);
    }
    const int asClient = 0;
    const int made = ldap_set_option(m_ldap.get(), LDAP_OPT_X_TLS_NEWCTX, &asClient);
    const bool holdsNone =
        !m_directory.caFile.isEmpty() && QSslCertificate::fromPath(m_directory.caFile).isEmpty();
    if (made != LDAP_OPT_SUCCESS || holdsNone) {
        return fail(Error{
            .code = ErrorCode::BadInput,
            .message = Words::tr("The certificate file \"%1\" holds no certificates that can be used. It has "
                                 "to be in PEM format.")
                           .arg(QString::fromLocal8Bit(caFile)),
            .field = u"ca_file"_s});
    }
    return {};
}

Result<void> LdapClient::startTls()
{
    int operation = 0;
    const Result<void> asked =
        call(LdapStep::Connect, [&] { return ldap_start_tls(m_ldap.get(), nullptr, nullptr, &operation); });
    if (!asked)
        return asked;
    Message answer;
    if (const Result<void> came = next(operation, m_patience.connect, LdapStep::Connect, answer); !came)
        return came;
    int code = LDAP_SUCCESS;
    char *words = nullptr;
    const int parsed =
        ldap_parse_result(m_ldap.get(), answer.get(), &code, nullptr, &words, nullptr, nullptr, 0);
    const LdapText kept(words);
    if (parsed != LDAP_SUCCESS || code != LDAP_SUCCESS)
        return failed(parsed != LDAP_SUCCESS ? parsed : code, LdapStep::Connect, QString::fromUtf8(words));
    return call(LdapStep::Connect, [this] { return ldap_install_tls(m_ldap.get()); });
}

Result<void> LdapClient::call(LdapStep step, const std::function<int()> &work)
{
    int code = LDAP_SUCCESS;
    const bool isInTime = m_socket->guard(m_patience.connect, m_isCancelled, [&] { code = work(); });
    if (code == LDAP_SUCCESS)
        return {};
    if (m_isCancelled && m_isCancelled())
        return fail(ErrorCode::Cancelled, Words::tr("It was stopped."));
    return failed(isInTime ? code : LDAP_TIMEOUT, step);
}

Result<void> LdapClient::signIn(const SecretString &password)
{
    switch (m_directory.bind) {
    case DirectoryBind::Simple:
        return signInSimply(password);
    case DirectoryBind::Kerberos:
        return signInByTicket();
    case DirectoryBind::Count:
        break;
    }
    return fail(ErrorCode::Internal, Words::tr("There is no such way to sign in."));
}

Result<void> LdapClient::signInSimply(const SecretString &password)
{
    // A name without a password would be an anonymous bind, which every server accepts (RFC 4513, 5.1.2).
    if (m_directory.userName.isEmpty() || password.isEmpty()) {
        return fail(Error{.code = ErrorCode::SignInFailed,
                          .message = Words::tr("Enter a user name and a password."),
                          .field = u"user_name"_s});
    }
    if (!ldap_tls_inplace(m_ldap.get())) {
        return fail(
            Error{.code = ErrorCode::TlsFailed,
                  .message = Words::tr("A password is only sent over LDAPS or StartTLS. Choose one of them."),
                  .field = u"security"_s});
    }
    const QByteArray name = m_directory.userName.toUtf8();
    QByteArray secret = password.reveal();
    berval credentials{.bv_len = static_cast<ber_len_t>(secret.size()), .bv_val = secret.data()};
    int operation = 0;
    const int sent = ldap_sasl_bind(m_ldap.get(), name.constData(), LDAP_SASL_SIMPLE, &credentials, nullptr,
                                    nullptr, &operation);
    secret.fill('\0');
    if (sent != LDAP_SUCCESS)
        return failed(sent, LdapStep::SignIn);
    Message answer;
    if (const Result<void> came = next(operation, m_patience.connect, LdapStep::SignIn, answer); !came)
        return came;
    int code = LDAP_SUCCESS;
    char *words = nullptr;
    const int parsed =
        ldap_parse_result(m_ldap.get(), answer.get(), &code, nullptr, &words, nullptr, nullptr, 0);
    const LdapText kept(words);
    if (parsed != LDAP_SUCCESS || code != LDAP_SUCCESS)
        return failed(parsed != LDAP_SUCCESS ? parsed : code, LdapStep::SignIn, QString::fromUtf8(words));
    return {};
}

Result<void> LdapClient::signInByTicket()
{
    // AD refuses a second layer inside TLS; without TLS the ticket's own one has to encrypt.
    const bool isInTls = ldap_tls_inplace(m_ldap.get()) != 0;
    const ber_len_t least = isInTls ? 0 : 56;
    const ber_len_t most = isInTls ? 0 : 256;
    const int binding = LDAP_OPT_X_SASL_CBINDING_TLS_ENDPOINT;
    ldap_set_option(m_ldap.get(), LDAP_OPT_X_SASL_SSF_MIN, &least);
    ldap_set_option(m_ldap.get(), LDAP_OPT_X_SASL_SSF_MAX, &most);
    ldap_set_option(m_ldap.get(), LDAP_OPT_X_SASL_CBINDING, &binding);
    return call(LdapStep::SignIn, [this] {
        return ldap_sasl_interactive_bind_s(m_ldap.get(), nullptr, "GSSAPI", nullptr, nullptr,
                                            LDAP_SASL_QUIET, &answerNothing, nullptr);
    });
}

Result<LdapRoot> LdapClient::root()
{
    LdapRoot root;
    QString serviceDn;
    const LdapSearch ofRoot{.base = {},
                            .scope = LdapSearch::Scope::Entry,
                            .filter = "(objectClass=*)",
                            .attributes = {"namingContexts", "defaultNamingContext", "dsServiceName",
                                           "highestCommittedUSN", "supportedCapabilities"},
                            .pageSize = 0};
    const Result<int> found = search(ofRoot, [&](const LdapEntry &entry) -> Result<void> {
        for (const QByteArray &name : entry.all("namingContexts"_L1))
            root.baseDns.append(QString::fromUtf8(name));
        root.domainDn = entry.text("defaultNamingContext"_L1).value_or(QString());
        root.isActiveDirectory = entry.all("supportedCapabilities"_L1).contains(activeDirectoryOid);
        root.highestUsn = entry.bytes("highestCommittedUSN"_L1).toLongLong();
        serviceDn = entry.text("dsServiceName"_L1).value_or(QString());
        return {};
    });
    if (!found)
        return fail(found.error());
    if (!root.domainDn.isEmpty()) {
        root.baseDns.removeAll(root.domainDn);
        root.baseDns.prepend(root.domainDn);
    }
    if (serviceDn.isEmpty())
        return root;
    root.serverId = serviceDn;
    const LdapSearch ofService{.base = serviceDn,
                               .scope = LdapSearch::Scope::Entry,
                               .filter = "(objectClass=*)",
                               .attributes = {"invocationId"},
                               .pageSize = 0};
    const Result<int> read = search(ofService, [&](const LdapEntry &entry) -> Result<void> {
        root.serverId += u'/' + guidFromBytes(entry.bytes("invocationId"_L1));
        return {};
    });
    // Not everybody may see it; then only the server's name tells that it is the same.
    if (!read && (read.error().isTransient() || read.error().code == ErrorCode::Cancelled))
        return fail(read.error());
    return root;
}

Result<int> LdapClient::search(const LdapSearch &search,
                               const std::function<Result<void>(const LdapEntry &)> &take)
{
    const QByteArray base = search.base.toUtf8();
    QList<QByteArray> names = search.attributes;
    QList<char *> attributes;
    for (QByteArray &name : names)
        attributes.append(name.data());
    attributes.append(nullptr);
    const int scope = search.scope == LdapSearch::Scope::Entry ? LDAP_SCOPE_BASE : LDAP_SCOPE_SUBTREE;
    const int pageSize = search.limit > 0 ? qMin(search.limit, search.pageSize) : search.pageSize;

    int count = 0;
    QByteArray cookie;
    do {
        std::unique_ptr<LDAPControl, FreeControl> page;
        std::array<LDAPControl *, 2> controls{nullptr, nullptr};
        if (pageSize > 0) {
            berval place{.bv_len = static_cast<ber_len_t>(cookie.size()), .bv_val = cookie.data()};
            const int made = ldap_create_page_control(m_ldap.get(), pageSize,
                                                      cookie.isEmpty() ? nullptr : &place, 1, &controls[0]);
            if (made != LDAP_SUCCESS)
                return failed(made, LdapStep::Search);
            page.reset(controls[0]);
        }
        int operation = 0;
        const int sent = ldap_search_ext(m_ldap.get(), base.constData(), scope, search.filter.constData(),
                                         attributes.data(), 0, page ? controls.data() : nullptr, nullptr,
                                         nullptr, 0, &operation);
        if (sent != LDAP_SUCCESS)
            return failed(sent, LdapStep::Search);
        cookie.clear();
        for (bool isOver = false; !isOver;) {
            Message message;
            if (const Result<void> came = next(operation, m_patience.answer, LdapStep::Search, message);
                !came)
                return fail(came.error());
            if (message.type() == LDAP_RES_SEARCH_ENTRY) {
                const Result<void> taken = take(entryFrom(message));
                ++count;
                const bool isEnough = search.limit > 0 && count >= search.limit;
                if (taken && !isEnough)
                    continue;
                ldap_abandon_ext(m_ldap.get(), operation, nullptr, nullptr);
                return taken ? Result<int>(count) : fail(taken.error());
            }
            if (message.type() != LDAP_RES_SEARCH_RESULT)
                continue; // a pointer to another server
            isOver = true;
            int code = LDAP_SUCCESS;
            char *words = nullptr;
            LDAPControl **answered = nullptr;
            const int parsed =
                ldap_parse_result(m_ldap.get(), message.get(), &code, nullptr, &words, nullptr, &answered, 0);
            const LdapText kept(words);
            const std::unique_ptr<LDAPControl *, FreeControls> keptControls(answered);
            if (parsed != LDAP_SUCCESS || code != LDAP_SUCCESS)
                return failed(parsed != LDAP_SUCCESS ? parsed : code, LdapStep::Search,
                              QString::fromUtf8(words));
            LDAPControl *paged = ldap_control_find(LDAP_CONTROL_PAGEDRESULTS, answered, nullptr);
            ber_int_t estimate = 0;
            berval place{.bv_len = 0, .bv_val = nullptr};
            if (pageSize > 0 && paged
                && ldap_parse_pageresponse_control(m_ldap.get(), paged, &estimate, &place) == LDAP_SUCCESS) {
                cookie = QByteArray(place.bv_val, qsizetype(place.bv_len));
                ber_memfree(place.bv_val);
            }
        }
    } while (!cookie.isEmpty());
    return count;
}

Result<void> LdapClient::next(int operation, std::chrono::milliseconds patience, LdapStep step,
                              Message &message)
{
    QDeadlineTimer deadline(patience);
    while (true) {
        if (m_isCancelled && m_isCancelled())
            return fail(ErrorCode::Cancelled, Words::tr("It was stopped."));
        timeval moment = toTimeval(slice);
        const int type = ldap_result(m_ldap.get(), operation, LDAP_MSG_ONE, &moment, message.receive());
        if (type > 0)
            return {};
        if (type < 0) {
            int code = LDAP_SERVER_DOWN;
            ldap_get_option(m_ldap.get(), LDAP_OPT_RESULT_CODE, &code);
            return failed(code == LDAP_SUCCESS ? LDAP_SERVER_DOWN : code, step);
        }
        if (deadline.hasExpired()) {
            ldap_abandon_ext(m_ldap.get(), operation, nullptr, nullptr);
            return failed(LDAP_TIMEOUT, step);
        }
    }
}

LdapEntry LdapClient::entryFrom(const Message &message) const
{
    LdapEntry entry;
    const LdapText dn(ldap_get_dn(m_ldap.get(), message.get()));
    entry.dn = QString::fromUtf8(dn.get());
    BerElement *walk = nullptr;
    LdapText name(ldap_first_attribute(m_ldap.get(), message.get(), &walk));
    const std::unique_ptr<BerElement, FreeElement> keptWalk(walk);
    while (name) {
        const std::unique_ptr<berval *, FreeValues> values(
            ldap_get_values_len(m_ldap.get(), message.get(), name.get()));
        QList<QByteArray> &list = entry.values[QByteArray(name.get()).toLower()];
        for (berval **value = values.get(); value && *value; ++value)
            list.append(QByteArray((*value)->bv_val, qsizetype((*value)->bv_len)));
        name.reset(ldap_next_attribute(m_ldap.get(), message.get(), walk));
    }
    return entry;
}

tl::unexpected<Error> LdapClient::failed(int code, LdapStep step, const QString &words) const
{
    const LdapFailure failure{.code = code, .words = words.isEmpty() ? diagnostic() : words, .step = step};
    qCDebug(lcSync) << "LDAP:" << code << ldap_err2string(code);
    return fail(ldapError(failure, m_directory));
}

QString LdapClient::diagnostic() const
{
    char *words = nullptr;
    if (!m_ldap || ldap_get_option(m_ldap.get(), LDAP_OPT_DIAGNOSTIC_MESSAGE, &words) != LDAP_OPT_SUCCESS)
        return {};
    const LdapText kept(words);
    return QString::fromUtf8(words);
}

} // namespace tandem
