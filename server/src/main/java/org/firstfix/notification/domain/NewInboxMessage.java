package org.firstfix.notification.domain;

import java.util.Map;

/**
 * @param onceKey names the occasion; one person gets one message for it
 * @param link the screen's address it leads to
 */
public record NewInboxMessage(String onceKey, String template, Map<String, Object> values, String link, boolean urgent) {}
