/** Articles with their editions and states, what is written up from a case, and what an article is worth. */
@NamedInterface("use-cases")
@NullMarked
package org.firstfix.knowledge.domain;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
