package org.firstfix.knowledge.domain;

import java.time.Instant;
import java.util.Optional;
import org.firstfix.platform.identity.UserId;

/**
 * What an article said from a moment on, who wrote it and why. Never changes.
 *
 * @param number 1 and up
 * @param writtenBy none if the house wrote it
 */
public record Edition(int number, Content content, Optional<UserId> writtenBy, String writtenByName, Instant writtenAt, String reason) {}
