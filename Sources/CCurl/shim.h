// Empty, because Swift cannot call functions with variable arguments, such as curl_easy_setopt. CMailTransfer calls
// them.
