@NullMarked
package org.firstfix.diagnosis.web;

import org.jspecify.annotations.NullMarked;
