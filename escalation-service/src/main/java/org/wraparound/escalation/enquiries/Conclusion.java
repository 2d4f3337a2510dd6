package org.wraparound.escalation.enquiries;

import org.wraparound.escalation.safeguarding.MakingSafeguardingPersonal.Achieved;

/**
 * What an enquiry came to.
 *
 * @param riskOutcome what became of the risk, where one was identified
 * @param wishesAchieved how far what the person wanted was achieved, where they expressed any
 */
record Conclusion(
    RiskAssessment riskAssessment,
    RiskOutcome riskOutcome,
    Achieved wishesAchieved,
    String words,
    Author by) {}
