#include <stddef.h>
#include <stdint.h>

// The transfer of one message to a relay (SMTP, RFC 5321), made with libcurl. Strings are copied.
typedef struct mail_transfer mail_transfer;

// The command that the relay has not yet accepted.
typedef enum {
    mail_stage_connection = 0,
    mail_stage_greeting,
    mail_stage_encryption,
    mail_stage_authentication,
    mail_stage_sender,
    mail_stage_recipient,
    mail_stage_message,
} mail_stage;

// `url` is smtp:// or smtps:// with host and port; its path is the name for EHLO. NULL if there is no memory.
mail_transfer *mail_begin(const char *url, long connect_seconds, long seconds);
void mail_end(mail_transfer *transfer);

void mail_authenticate(mail_transfer *transfer, const char *user, const char *password);
// With `required`, nothing is sent without TLS and a valid certificate. Otherwise, TLS is used if the relay offers it,
// and the certificate is not checked. `authorities` is a file of certificates to trust; NULL for those of the system.
void mail_encrypt(mail_transfer *transfer, int required, const char *authorities);
// Addresses with domains in ASCII. With `needs_utf8`, nothing is sent to a relay without SMTPUTF8 (RFC 6531).
void mail_address(mail_transfer *transfer, const char *sender, const char *recipient, int needs_utf8);

// Sends the message, whose lines end with CR LF. Returns 0 if the relay has accepted it. Blocks, and needs a thread of
// its own, because it blocks SIGPIPE there.
int mail_send(mail_transfer *transfer, const uint8_t *message, size_t length);

// Ends the transfer within seconds, from any thread. If the relay has the whole message, waits for its reply for up to
// 15 seconds.
void mail_stop(mail_transfer *transfer);

mail_stage mail_last_stage(const mail_transfer *transfer);
// The code of the relay's reply to the last command; 0 if it has not replied.
int mail_last_code(const mail_transfer *transfer);
// The text of that reply, with its code, in one line.
const char *mail_last_reply(const mail_transfer *transfer);
int mail_has_utf8(const mail_transfer *transfer);
// What libcurl says about a failure.
const char *mail_error(const mail_transfer *transfer);
