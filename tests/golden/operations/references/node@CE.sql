select row_to_json(answer$)
from (
  select coalesce((
    select case when subject$1."kind" in ('NATURAL_PERSON') then (
      select row_to_json(object$14)
      from (
        select 'NaturalPerson'::text as "__typename", subject$1."id"::text as "id", subject$1."kind" as "kind", case when (subject$1.area_code ^@ any($2::text[]) or exists (
          select
          from enforcement_case rule$2
          where rule$2.subject_id = subject$1.id and (rule$2.court_code = any($3::text[]) or subject$1.area_code is null and rule$2.court_code = any(array(
            select rule$3.code
            from unnest($2::text[]) rule$6(code) join court rule$3 on rule$3.area_code between rule$6.code and rule$6.code || '~')))) or exists (
          select
          from listing rule$4
          where rule$4.subject_id = subject$1.id and (rule$4.court_code = any($3::text[]) or subject$1.area_code is null and rule$4.court_code = any(array(
            select rule$5.code
            from unnest($2::text[]) rule$7(code) join court rule$5 on rule$5.area_code between rule$7.code and rule$7.code || '~'))))) then subject$1."name" else case when char_length(subject$1."name") <= 1 then '*' when char_length(subject$1."name") = 2 then rpad(left(subject$1."name", 1), 2, '*') when position('·' in subject$1."name") > 0 then left(subject$1."name", 1) || '**' else left(subject$1."name", 1) || case char_length(subject$1."name") when 3 then '*' else '**' end || right(subject$1."name", 1) end end as "name", case when (subject$1.area_code ^@ any($2::text[]) or exists (
          select
          from enforcement_case rule$8
          where rule$8.subject_id = subject$1.id and (rule$8.court_code = any($3::text[]) or subject$1.area_code is null and rule$8.court_code = any(array(
            select rule$9.code
            from unnest($2::text[]) rule$12(code) join court rule$9 on rule$9.area_code between rule$12.code and rule$12.code || '~')))) or exists (
          select
          from listing rule$10
          where rule$10.subject_id = subject$1.id and (rule$10.court_code = any($3::text[]) or subject$1.area_code is null and rule$10.court_code = any(array(
            select rule$11.code
            from unnest($2::text[]) rule$13(code) join court rule$11 on rule$11.area_code between rule$13.code and rule$13.code || '~'))))) then coalesce($4::text || 's' || encode(subject$1."id_number_sealed", 'hex') || '@', subject$1."id_number_masked") else subject$1."id_number_masked" end as "idNumber") object$14) when subject$1."kind" in ('ENTERPRISE') then (
      select row_to_json(object$15)
      from (
        select 'Enterprise'::text as "__typename", subject$1."id"::text as "id", subject$1."kind" as "kind", subject$1."name" as "name", subject$1."credit_code" as "creditCode") object$15) when subject$1."kind" in ('GOVERNMENT_BODY', 'OTHER_ORGANISATION') then (
      select row_to_json(object$16)
      from (
        select case when subject$1."kind" in ('GOVERNMENT_BODY') then 'GovernmentBody' when subject$1."kind" in ('OTHER_ORGANISATION') then 'OtherOrganisation' end as "__typename", subject$1."id"::text as "id", subject$1."kind" as "kind", subject$1."name" as "name") object$16) end
    from "subject" subject$1
    where subject$1.id = $1::uuid
    limit 1), (
    select (
      select row_to_json(object$18)
      from (
        select 'Case'::text as "__typename", enforcement_case$17."id"::text as "id") object$18)
    from "enforcement_case" enforcement_case$17
    where enforcement_case$17.id = $1::uuid
    limit 1), (
    select (
      select row_to_json(object$22)
      from (
        select 'CaseParty'::text as "__typename", case_party$19."id"::text as "id") object$22)
    from "case_party" case_party$19
    where case_party$19.id = $1::uuid and (((coalesce((
      select rule$21.area_code
      from subject rule$21
      where rule$21.id = case_party$19.subject_id), (
      select rule$20.area_code
      from court rule$20
      where rule$20.code = case_party$19.court_code)) ^@ any($2::text[]) or case_party$19.court_code = any($3::text[]))))
    limit 1), (
    select (
      select row_to_json(object$24)
      from (
        select 'TerminatedCase'::text as "__typename", terminated_case$23."id"::text as "id") object$24)
    from "terminated_case" terminated_case$23
    where terminated_case$23.id = $1::uuid
    limit 1), (
    select (
      select row_to_json(object$28)
      from (
        select 'PerformanceCertificate'::text as "__typename", performance_certificate$25."id"::text as "id") object$28)
    from "performance_certificate" performance_certificate$25
    where performance_certificate$25.id = $1::uuid and (((coalesce((
      select rule$27.area_code
      from subject rule$27
      where rule$27.id = performance_certificate$25.subject_id), (
      select rule$26.area_code
      from court rule$26
      where rule$26.code = performance_certificate$25.court_code)) ^@ any($2::text[]) or performance_certificate$25.court_code = any($3::text[]))))
    limit 1), (
    select (
      select row_to_json(object$32)
      from (
        select 'HonestListEntry'::text as "__typename", honest_listing$29."id"::text as "id") object$32)
    from "honest_listing" honest_listing$29
    where honest_listing$29.id = $1::uuid and (((honest_listing$29.subject_kind <> 'NATURAL_PERSON')) or ((honest_listing$29.subject_kind = 'NATURAL_PERSON') and (coalesce((
      select rule$31.area_code
      from subject rule$31
      where rule$31.id = honest_listing$29.subject_id), (
      select rule$30.area_code
      from court rule$30
      where rule$30.code = honest_listing$29.court_code)) ^@ any($2::text[]) or honest_listing$29.court_code = any($3::text[]))))
    limit 1), (
    select (
      select row_to_json(object$46)
      from (
        select case when listing$33."kind" in ('SX') then 'DishonestDebtorListing' when listing$33."kind" in ('CONSUMPTION_RESTRICTION') then 'ConsumptionRestriction' when listing$33."kind" in ('SERIOUS_DISHONESTY') then 'SeriousDishonestyListing' end as "__typename", listing$33."id"::text as "id", listing$33."state" as "state", listing$33."published_on" as "publishedOn") object$46)
    from "listing" listing$33
    where listing$33.id = $1::uuid and ((listing$33."kind" in ('SX') and (((listing$33.state = 'PUBLISHED' and (listing$33.term_ends_on is null or listing$33.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))) or ((listing$33.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (coalesce((
      select rule$35.area_code
      from subject rule$35
      where rule$35.id = listing$33.subject_id), (
      select rule$34.area_code
      from court rule$34
      where rule$34.code = listing$33.court_code)) ^@ any($2::text[]) or listing$33.court_code = any($3::text[]))) or (((listing$33.state in ('REMOVED', 'REVOKED') or (listing$33.state = 'PUBLISHED' and not (listing$33.state = 'PUBLISHED' and (listing$33.term_ends_on is null or listing$33.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (coalesce((
      select rule$37.area_code
      from subject rule$37
      where rule$37.id = listing$33.subject_id), (
      select rule$36.area_code
      from court rule$36
      where rule$36.code = listing$33.court_code)) ^@ any($2::text[]) or listing$33.court_code = any($3::text[]))))) or (listing$33."kind" in ('CONSUMPTION_RESTRICTION') and (((listing$33.state = 'PUBLISHED' and (listing$33.term_ends_on is null or listing$33.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))) or ((listing$33.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (coalesce((
      select rule$39.area_code
      from subject rule$39
      where rule$39.id = listing$33.subject_id), (
      select rule$38.area_code
      from court rule$38
      where rule$38.code = listing$33.court_code)) ^@ any($2::text[]) or listing$33.court_code = any($3::text[]))) or (((listing$33.state in ('REMOVED', 'REVOKED') or (listing$33.state = 'PUBLISHED' and not (listing$33.state = 'PUBLISHED' and (listing$33.term_ends_on is null or listing$33.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (coalesce((
      select rule$41.area_code
      from subject rule$41
      where rule$41.id = listing$33.subject_id), (
      select rule$40.area_code
      from court rule$40
      where rule$40.code = listing$33.court_code)) ^@ any($2::text[]) or listing$33.court_code = any($3::text[]))))) or (listing$33."kind" in ('SERIOUS_DISHONESTY') and (((listing$33.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (coalesce((
      select rule$43.area_code
      from subject rule$43
      where rule$43.id = listing$33.subject_id), (
      select rule$42.area_code
      from court rule$42
      where rule$42.code = listing$33.court_code)) ^@ any($2::text[]) or listing$33.court_code = any($3::text[]))) or (((listing$33.state in ('REMOVED', 'REVOKED') or (listing$33.state = 'PUBLISHED' and not (listing$33.state = 'PUBLISHED' and (listing$33.term_ends_on is null or listing$33.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (coalesce((
      select rule$45.area_code
      from subject rule$45
      where rule$45.id = listing$33.subject_id), (
      select rule$44.area_code
      from court rule$44
      where rule$44.code = listing$33.court_code)) ^@ any($2::text[]) or listing$33.court_code = any($3::text[]))))))
    limit 1), (
    select (
      select row_to_json(object$57)
      from (
        select 'FormerName'::text as "__typename", former_name$47."id"::text as "id") object$57)
    from "former_name" former_name$47
    where former_name$47.id = $1::uuid and (((former_name$47.subject_kind <> 'NATURAL_PERSON')) or ((former_name$47.subject_kind = 'NATURAL_PERSON') and ((
      select rule$48.area_code
      from subject rule$48
      where rule$48.id = former_name$47.subject_id) ^@ any($2::text[]) or exists (
      select
      from enforcement_case rule$49
      where rule$49.subject_id = former_name$47.subject_id and (rule$49.court_code = any($3::text[]) or (
        select rule$53.area_code
        from subject rule$53
        where rule$53.id = former_name$47.subject_id) is null and rule$49.court_code = any(array(
        select rule$50.code
        from unnest($2::text[]) rule$55(code) join court rule$50 on rule$50.area_code between rule$55.code and rule$55.code || '~')))) or exists (
      select
      from listing rule$51
      where rule$51.subject_id = former_name$47.subject_id and (rule$51.court_code = any($3::text[]) or (
        select rule$54.area_code
        from subject rule$54
        where rule$54.id = former_name$47.subject_id) is null and rule$51.court_code = any(array(
        select rule$52.code
        from unnest($2::text[]) rule$56(code) join court rule$52 on rule$52.area_code between rule$56.code and rule$56.code || '~')))))))
    limit 1), (
    select (
      select row_to_json(object$82)
      from (
        select 'ResponsiblePerson'::text as "__typename", responsible_person$58."id"::text as "id") object$82)
    from "responsible_person" responsible_person$58
    where responsible_person$58.id = $1::uuid and (((exists (
      select
      from listing rule$59
      where rule$59.subject_id = responsible_person$58.subject_id and rule$59.case_number = responsible_person$58.case_number and rule$59.kind = 'SX' and rule$59.state = 'PUBLISHED' and (rule$59.term_ends_on is null or rule$59.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)))) or ((not exists (
      select
      from listing rule$60
      where rule$60.subject_id = responsible_person$58.subject_id and rule$60.case_number = responsible_person$58.case_number and rule$60.kind = 'SX' and rule$60.state = 'PUBLISHED' and (rule$60.term_ends_on is null or rule$60.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)) and exists (
      select
      from listing rule$61
      where rule$61.subject_id = responsible_person$58.subject_id and rule$61.case_number = responsible_person$58.case_number and rule$61.state in ('PROPOSED', 'GRACE', 'SHIELDED'))) and ((
      select rule$62.area_code
      from subject rule$62
      where rule$62.id = responsible_person$58.subject_id) ^@ any($2::text[]) or exists (
      select
      from enforcement_case rule$63
      where rule$63.subject_id = responsible_person$58.subject_id and (rule$63.court_code = any($3::text[]) or (
        select rule$67.area_code
        from subject rule$67
        where rule$67.id = responsible_person$58.subject_id) is null and rule$63.court_code = any(array(
        select rule$64.code
        from unnest($2::text[]) rule$69(code) join court rule$64 on rule$64.area_code between rule$69.code and rule$69.code || '~')))) or exists (
      select
      from listing rule$65
      where rule$65.subject_id = responsible_person$58.subject_id and (rule$65.court_code = any($3::text[]) or (
        select rule$68.area_code
        from subject rule$68
        where rule$68.id = responsible_person$58.subject_id) is null and rule$65.court_code = any(array(
        select rule$66.code
        from unnest($2::text[]) rule$70(code) join court rule$66 on rule$66.area_code between rule$70.code and rule$70.code || '~')))))) or ((not exists (
      select
      from listing rule$71
      where rule$71.subject_id = responsible_person$58.subject_id and rule$71.case_number = responsible_person$58.case_number and rule$71.kind = 'SX' and rule$71.state = 'PUBLISHED' and (rule$71.term_ends_on is null or rule$71.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)) and not exists (
      select
      from listing rule$72
      where rule$72.subject_id = responsible_person$58.subject_id and rule$72.case_number = responsible_person$58.case_number and rule$72.state in ('PROPOSED', 'GRACE', 'SHIELDED'))) and ((
      select rule$73.area_code
      from subject rule$73
      where rule$73.id = responsible_person$58.subject_id) ^@ any($2::text[]) or exists (
      select
      from enforcement_case rule$74
      where rule$74.subject_id = responsible_person$58.subject_id and (rule$74.court_code = any($3::text[]) or (
        select rule$78.area_code
        from subject rule$78
        where rule$78.id = responsible_person$58.subject_id) is null and rule$74.court_code = any(array(
        select rule$75.code
        from unnest($2::text[]) rule$80(code) join court rule$75 on rule$75.area_code between rule$80.code and rule$80.code || '~')))) or exists (
      select
      from listing rule$76
      where rule$76.subject_id = responsible_person$58.subject_id and (rule$76.court_code = any($3::text[]) or (
        select rule$79.area_code
        from subject rule$79
        where rule$79.id = responsible_person$58.subject_id) is null and rule$76.court_code = any(array(
        select rule$77.code
        from unnest($2::text[]) rule$81(code) join court rule$77 on rule$77.area_code between rule$81.code and rule$81.code || '~')))))))
    limit 1), (
    select (
      select row_to_json(object$84)
      from (
        select 'Agency'::text as "__typename", agency$83."id"::text as "id") object$84)
    from "agency" agency$83
    where agency$83.id = $1::uuid
    limit 1), (
    select (
      select row_to_json(object$86)
      from (
        select 'Area'::text as "__typename", area$85."id"::text as "id") object$86)
    from "area" area$85
    where area$85.id = $1::uuid
    limit 1), (
    select (
      select row_to_json(object$88)
      from (
        select 'Source'::text as "__typename", source$87."id"::text as "id") object$88)
    from "source" source$87
    where source$87.id = $1::uuid and (((false)))
    limit 1), (
    select (
      select row_to_json(object$90)
      from (
        select 'Batch'::text as "__typename", batch$89."id"::text as "id") object$90)
    from "batch" batch$89
    where batch$89.id = $1::uuid and (((batch$89.provider_code = $5::text)))
    limit 1), (
    select (
      select row_to_json(object$92)
      from (
        select 'Court'::text as "__typename", court$91."id"::text as "id") object$92)
    from "court" court$91
    where court$91.id = $1::uuid
    limit 1), (
    select (
      select row_to_json(object$94)
      from (
        select 'Measure'::text as "__typename", measure$93."id"::text as "id") object$94)
    from "measure" measure$93
    where measure$93.id = $1::uuid
    limit 1), (
    select (
      select row_to_json(object$96)
      from (
        select 'Screening'::text as "__typename", screening$95."id"::text as "id") object$96)
    from "screening" screening$95
    where screening$95.id = $1::uuid and (((screening$95.agency_code = $5::text)))
    limit 1), (
    select (
      select row_to_json(object$98)
      from (
        select 'ScreeningItem'::text as "__typename", screening_item$97."id"::text as "id") object$98)
    from "screening_item" screening_item$97
    where screening_item$97.id = $1::uuid and (((screening_item$97.agency_code = $5::text)))
    limit 1), (
    select (
      select row_to_json(object$100)
      from (
        select 'ScreeningHit'::text as "__typename", screening_hit$99."id"::text as "id") object$100)
    from "screening_hit" screening_hit$99
    where screening_hit$99.id = $1::uuid and (((screening_hit$99.agency_code = $5::text)))
    limit 1), (
    select (
      select row_to_json(object$102)
      from (
        select 'Feedback'::text as "__typename", feedback$101."id"::text as "id") object$102)
    from "feedback" feedback$101
    where feedback$101.id = $1::uuid and (((feedback$101.agency_code = $5::text)))
    limit 1), (
    select (
      select row_to_json(object$104)
      from (
        select 'GovernmentDebtorSnapshot'::text as "__typename", government_debtor_snapshot$103."id"::text as "id") object$104)
    from "government_debtor_snapshot" government_debtor_snapshot$103
    where government_debtor_snapshot$103.id = $1::uuid
    limit 1), (
    select (
      select row_to_json(object$106)
      from (
        select 'GovernmentDebtorEntry'::text as "__typename", government_debtor_entry$105."id"::text as "id") object$106)
    from "government_debtor_entry" government_debtor_entry$105
    where government_debtor_entry$105.id = $1::uuid
    limit 1), (
    select (
      select row_to_json(object$108)
      from (
        select 'WorkDay'::text as "__typename", work_day$107."id"::text as "id") object$108)
    from "work_day" work_day$107
    where work_day$107.id = $1::uuid
    limit 1)) as "node") answer$
