package org.firstfix.cases.usecase;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

@Configuration
@EnableConfigurationProperties(Telephony.class)
class TelephonyConfiguration {}
