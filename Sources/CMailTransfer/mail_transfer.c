#include "mail_transfer.h"

#include <curl/curl.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <time.h>

// A relay that does not reply to QUIT has the message already.
static const long quit_seconds = 3;
// A transfer with fewer bytes per second than this for so long is given up.
static const long lowest_speed = 1, slow_seconds = 50;
// How long a transfer that was told to stop waits for the reply to a message that is already with the relay.
static const time_t last_seconds = 15;

struct mail_transfer {
    CURL *curl;
    struct curl_slist *recipients;
    const uint8_t *message;
    size_t length, sent;
    atomic_int is_stopped;
    time_t stopped_at;
    mail_stage stage;
    int code, continues, needs_utf8, has_utf8, has_quit;
    CURLcode outcome;
    char reply[512];
    char error[CURL_ERROR_SIZE];
};

static void begin_curl(void) { curl_global_init(CURL_GLOBAL_DEFAULT); }

static void begin_stage(mail_transfer *transfer, mail_stage stage) {
    transfer->stage = stage;
    transfer->code = 0;
    transfer->continues = 0;
    transfer->reply[0] = 0;
}

static int begins(const char *data, size_t size, const char *word) {
    size_t length = strlen(word);
    return size > length && strncasecmp(data, word, length) == 0 && (data[length] == ' ' || data[length] == '\r');
}

// Follows the commands. The lines of an authentication may be anything; none has a space, and DATA counts only after
// RCPT.
static void note_command(mail_transfer *transfer, const char *data, size_t size) {
    if (begins(data, size, "EHLO") || begins(data, size, "HELO")) begin_stage(transfer, mail_stage_greeting);
    else if (begins(data, size, "STARTTLS")) begin_stage(transfer, mail_stage_encryption);
    else if (begins(data, size, "AUTH")) begin_stage(transfer, mail_stage_authentication);
    else if (begins(data, size, "MAIL")) begin_stage(transfer, mail_stage_sender);
    else if (begins(data, size, "RCPT")) begin_stage(transfer, mail_stage_recipient);
    else if (transfer->stage == mail_stage_recipient && begins(data, size, "DATA"))
        begin_stage(transfer, mail_stage_message);
    else if (begins(data, size, "QUIT")) {
        transfer->has_quit = 1;
        curl_easy_setopt(transfer->curl, CURLOPT_SERVER_RESPONSE_TIMEOUT, quit_seconds);
    }
}

// Keeps the last reply. A reply of several lines has a hyphen after the code in all but the last.
static void note_reply(mail_transfer *transfer, const char *data, size_t size) {
    while (size > 0 && (data[size - 1] == '\r' || data[size - 1] == '\n')) size--;
    if (size < 3 || data[0] < '2' || data[0] > '5') return;
    if (transfer->stage == mail_stage_greeting && size >= 12 && strncasecmp(data + 4, "SMTPUTF8", 8) == 0)
        transfer->has_utf8 = 1;
    size_t used = transfer->continues ? strlen(transfer->reply) : 0;
    const char *text = data;
    if (used > 0) {
        text += size > 4 ? 4 : size;
        if (used + 1 < sizeof transfer->reply) transfer->reply[used++] = ' ';
    }
    size_t room = sizeof transfer->reply - 1 - used, length = size - (size_t)(text - data);
    if (length > room) length = room;
    memcpy(transfer->reply + used, text, length);
    transfer->reply[used + length] = 0;
    transfer->code = atoi((char[]){data[0], data[1], data[2], 0});
    transfer->continues = size > 3 && data[3] == '-';
}

static int watch(CURL *curl, curl_infotype type, char *data, size_t size, void *context) {
    mail_transfer *transfer = context;
    (void)curl;
    if (transfer->has_quit) return 0;
    if (type == CURLINFO_HEADER_OUT) note_command(transfer, data, size);
    if (type == CURLINFO_HEADER_IN) note_reply(transfer, data, size);
    return 0;
}

static size_t read_message(char *buffer, size_t size, size_t count, void *context) {
    mail_transfer *transfer = context;
    if (transfer->needs_utf8 && !transfer->has_utf8) return CURL_READFUNC_ABORT;
    size_t rest = transfer->length - transfer->sent, room = size * count;
    size_t length = rest < room ? rest : room;
    memcpy(buffer, transfer->message + transfer->sent, length);
    transfer->sent += length;
    return length;
}

// Called about once a second. A message that the relay has completely may be accepted at any moment.
static int may_stop(void *context, curl_off_t a, curl_off_t b, curl_off_t c, curl_off_t d) {
    mail_transfer *transfer = context;
    (void)a, (void)b, (void)c, (void)d;
    if (!atomic_load(&transfer->is_stopped)) return 0;
    if (transfer->stopped_at == 0) transfer->stopped_at = time(NULL);
    return transfer->sent < transfer->length || time(NULL) - transfer->stopped_at >= last_seconds;
}

static size_t ignore(char *buffer, size_t size, size_t count, void *context) {
    (void)buffer;
    (void)context;
    return size * count;
}

mail_transfer *mail_begin(const char *url, long connect_seconds, long seconds) {
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, begin_curl);
    mail_transfer *transfer = calloc(1, sizeof *transfer);
    if (!transfer) return NULL;
    CURL *curl = transfer->curl = curl_easy_init();
    if (!curl) {
        free(transfer);
        return NULL;
    }
    curl_easy_setopt(curl, CURLOPT_URL, url);
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    curl_easy_setopt(curl, CURLOPT_PROXY, "");
    // Signals would interrupt other threads.
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT, connect_seconds);
    curl_easy_setopt(curl, CURLOPT_TIMEOUT, seconds);
    curl_easy_setopt(curl, CURLOPT_LOW_SPEED_LIMIT, lowest_speed);
    curl_easy_setopt(curl, CURLOPT_LOW_SPEED_TIME, slow_seconds);
    // The connection ends inside mail_send, where the time for QUIT is limited.
    curl_easy_setopt(curl, CURLOPT_FORBID_REUSE, 1L);
    curl_easy_setopt(curl, CURLOPT_ERRORBUFFER, transfer->error);
    // The callback sees commands and replies. Nothing is printed.
    curl_easy_setopt(curl, CURLOPT_VERBOSE, 1L);
    curl_easy_setopt(curl, CURLOPT_DEBUGFUNCTION, watch);
    curl_easy_setopt(curl, CURLOPT_DEBUGDATA, transfer);
    curl_easy_setopt(curl, CURLOPT_READFUNCTION, read_message);
    curl_easy_setopt(curl, CURLOPT_READDATA, transfer);
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, ignore);
    curl_easy_setopt(curl, CURLOPT_UPLOAD, 1L);
    curl_easy_setopt(curl, CURLOPT_NOPROGRESS, 0L);
    curl_easy_setopt(curl, CURLOPT_XFERINFOFUNCTION, may_stop);
    curl_easy_setopt(curl, CURLOPT_XFERINFODATA, transfer);
    return transfer;
}

void mail_end(mail_transfer *transfer) {
    curl_easy_cleanup(transfer->curl);
    curl_slist_free_all(transfer->recipients);
    free(transfer);
}

void mail_authenticate(mail_transfer *transfer, const char *user, const char *password) {
    curl_easy_setopt(transfer->curl, CURLOPT_USERNAME, user);
    curl_easy_setopt(transfer->curl, CURLOPT_PASSWORD, password);
}

void mail_encrypt(mail_transfer *transfer, int required, const char *authorities) {
    curl_easy_setopt(transfer->curl, CURLOPT_USE_SSL, (long)(required ? CURLUSESSL_ALL : CURLUSESSL_TRY));
    curl_easy_setopt(transfer->curl, CURLOPT_SSLVERSION, (long)CURL_SSLVERSION_TLSv1_2);
    curl_easy_setopt(transfer->curl, CURLOPT_SSL_VERIFYPEER, required ? 1L : 0L);
    curl_easy_setopt(transfer->curl, CURLOPT_SSL_VERIFYHOST, required ? 2L : 0L);
    if (authorities) curl_easy_setopt(transfer->curl, CURLOPT_CAINFO, authorities);
}

void mail_address(mail_transfer *transfer, const char *sender, const char *recipient, int needs_utf8) {
    curl_easy_setopt(transfer->curl, CURLOPT_MAIL_FROM, sender);
    curl_slist_free_all(transfer->recipients);
    transfer->recipients = curl_slist_append(NULL, recipient);
    curl_easy_setopt(transfer->curl, CURLOPT_MAIL_RCPT, transfer->recipients);
    transfer->needs_utf8 = needs_utf8;
}

int mail_send(mail_transfer *transfer, const uint8_t *message, size_t length) {
    // OpenSSL may write to a connection that the relay has closed. libcurl leaves the signal to the caller.
    sigset_t pipe_signal;
    sigemptyset(&pipe_signal);
    sigaddset(&pipe_signal, SIGPIPE);
    pthread_sigmask(SIG_BLOCK, &pipe_signal, NULL);
    if (!transfer->recipients) return (int)CURLE_OUT_OF_MEMORY;
    transfer->message = message;
    transfer->length = length;
    curl_easy_setopt(transfer->curl, CURLOPT_INFILESIZE_LARGE, (curl_off_t)length);
    transfer->outcome = curl_easy_perform(transfer->curl);
    return (int)transfer->outcome;
}

void mail_stop(mail_transfer *transfer) { atomic_store(&transfer->is_stopped, 1); }

mail_stage mail_last_stage(const mail_transfer *transfer) { return transfer->stage; }
int mail_last_code(const mail_transfer *transfer) { return transfer->code; }
const char *mail_last_reply(const mail_transfer *transfer) { return transfer->reply; }
int mail_has_utf8(const mail_transfer *transfer) { return transfer->has_utf8; }

const char *mail_error(const mail_transfer *transfer) {
    return transfer->error[0] ? transfer->error : curl_easy_strerror(transfer->outcome);
}
