@NullMarked
package org.firstfix.cases.domain;

import org.jspecify.annotations.NullMarked;
