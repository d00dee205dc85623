select json_build_object('node', coalesce((
  select (
    select case when subject$1."kind" in ('NATURAL_PERSON') then json_build_object('$', subject$1."id", '__typename', values$24."v$0", 'id', values$24."v$1", 'kind', values$24."v$2", 'name', values$24."v$3", 'idNumber', values$24."v$4") when subject$1."kind" in ('ENTERPRISE') then json_build_object('$', subject$1."id", '__typename', values$24."v$0", 'id', values$24."v$1", 'kind', values$24."v$2", 'name', values$24."v$3", 'creditCode', values$24."v$5") when subject$1."kind" in ('GOVERNMENT_BODY', 'OTHER_ORGANISATION') then json_build_object('$', subject$1."id", '__typename', values$24."v$0", 'id', values$24."v$1", 'kind', values$24."v$2", 'name', values$24."v$3") end
    from (
      select case when subject$1."kind" in ('NATURAL_PERSON') then 'NaturalPerson' when subject$1."kind" in ('ENTERPRISE') then 'Enterprise' when subject$1."kind" in ('GOVERNMENT_BODY') then 'GovernmentBody' when subject$1."kind" in ('OTHER_ORGANISATION') then 'OtherOrganisation' end as "v$0", subject$1."id"::text as "v$1", subject$1."kind" as "v$2", case when subject$1."kind" in ('NATURAL_PERSON') then case when (subject$1.area_code ^@ any($2::text[]) or exists (
        select
        from enforcement_case rule$25
        where rule$25.subject_id = subject$1.id and (rule$25.court_code = any($3::text[]) or subject$1.area_code is null and rule$25.court_code = any(array(
          select rule$26.code
          from unnest($2::text[]) rule$29(code) join court rule$26 on rule$26.area_code between rule$29.code and rule$29.code || '~')))) or exists (
        select
        from listing rule$27
        where rule$27.subject_id = subject$1.id and (rule$27.court_code = any($3::text[]) or subject$1.area_code is null and rule$27.kind <> 'SERIOUS_DISHONESTY' and rule$27.state = 'PUBLISHED' and (rule$27.term_ends_on is null or rule$27.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date) and rule$27.court_code = any(array(
          select rule$28.code
          from unnest($2::text[]) rule$30(code) join court rule$28 on rule$28.area_code between rule$30.code and rule$30.code || '~'))))) then subject$1."name" else case when char_length(subject$1."name") <= 1 or subject$1."name" = 'ERASED' then '*' when char_length(subject$1."name") = 2 then rpad(left(subject$1."name", 1), 2, '*') when position('·' in subject$1."name") > 0 then left(subject$1."name", 1) || '**' else left(subject$1."name", 1) || case char_length(subject$1."name") when 3 then '*' else '**' end || right(subject$1."name", 1) end end when subject$1."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION') then subject$1."name" end as "v$3", case when (subject$1.area_code ^@ any($2::text[]) or exists (
        select
        from enforcement_case rule$31
        where rule$31.subject_id = subject$1.id and (rule$31.court_code = any($3::text[]) or subject$1.area_code is null and rule$31.court_code = any(array(
          select rule$32.code
          from unnest($2::text[]) rule$35(code) join court rule$32 on rule$32.area_code between rule$35.code and rule$35.code || '~')))) or exists (
        select
        from listing rule$33
        where rule$33.subject_id = subject$1.id and (rule$33.court_code = any($3::text[]) or subject$1.area_code is null and rule$33.kind <> 'SERIOUS_DISHONESTY' and rule$33.state = 'PUBLISHED' and (rule$33.term_ends_on is null or rule$33.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date) and rule$33.court_code = any(array(
          select rule$34.code
          from unnest($2::text[]) rule$36(code) join court rule$34 on rule$34.area_code between rule$36.code and rule$36.code || '~'))))) then coalesce($4::text || 's' || encode(subject$1."id_number_sealed", 'hex') || coalesce('.' || encode((
        select key$.key_sealed
        from person_key key$
        where key$.owner_id = subject$1.id), 'hex'), '') || '@', subject$1."id_number_masked") else case when subject$1."id_number_masked" = 'ERASED' then repeat('*', 18) else subject$1."id_number_masked" end end as "v$4", subject$1."credit_code" as "v$5" offset 0) values$24)
  from "subject" subject$1
  where subject$1.id = coalesce((
    select alias$2.current_id
    from subject_alias alias$2
    where alias$2.old_id = $1::uuid), $1::uuid) and subject$1.merged_into is null and ((subject$1."kind" in ('NATURAL_PERSON') and (exists (
    select
    from "enforcement_case" known$16
    where known$16."subject_id" = subject$1.id offset 0) or exists (
    select
    from "terminated_case" known$17
    where known$17."subject_id" = subject$1.id offset 0) or exists (
    select
    from "listing" known$3
    where known$3."subject_id" = subject$1.id and ((known$3."kind" in ('SX') and (((known$3.state = 'PUBLISHED' and (known$3.term_ends_on is null or known$3.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))) or ((known$3.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (coalesce((
      select rule$5.area_code
      from subject rule$5
      where rule$5.id = known$3.subject_id), (
      select rule$4.area_code
      from court rule$4
      where rule$4.code = known$3.court_code)) ^@ any($2::text[]) or known$3.court_code = any($3::text[]))) or (((known$3.state in ('REMOVED', 'REVOKED') or (known$3.state = 'PUBLISHED' and not (known$3.state = 'PUBLISHED' and (known$3.term_ends_on is null or known$3.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (coalesce((
      select rule$7.area_code
      from subject rule$7
      where rule$7.id = known$3.subject_id), (
      select rule$6.area_code
      from court rule$6
      where rule$6.code = known$3.court_code)) ^@ any($2::text[]) or known$3.court_code = any($3::text[]))))) or (known$3."kind" in ('CONSUMPTION_RESTRICTION') and (((known$3.state = 'PUBLISHED' and (known$3.term_ends_on is null or known$3.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))) or ((known$3.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (coalesce((
      select rule$9.area_code
      from subject rule$9
      where rule$9.id = known$3.subject_id), (
      select rule$8.area_code
      from court rule$8
      where rule$8.code = known$3.court_code)) ^@ any($2::text[]) or known$3.court_code = any($3::text[]))) or (((known$3.state in ('REMOVED', 'REVOKED') or (known$3.state = 'PUBLISHED' and not (known$3.state = 'PUBLISHED' and (known$3.term_ends_on is null or known$3.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (coalesce((
      select rule$11.area_code
      from subject rule$11
      where rule$11.id = known$3.subject_id), (
      select rule$10.area_code
      from court rule$10
      where rule$10.code = known$3.court_code)) ^@ any($2::text[]) or known$3.court_code = any($3::text[]))))) or (known$3."kind" in ('SERIOUS_DISHONESTY') and (((known$3.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (coalesce((
      select rule$13.area_code
      from subject rule$13
      where rule$13.id = known$3.subject_id), (
      select rule$12.area_code
      from court rule$12
      where rule$12.code = known$3.court_code)) ^@ any($2::text[]) or known$3.court_code = any($3::text[]))) or (((known$3.state in ('REMOVED', 'REVOKED') or (known$3.state = 'PUBLISHED' and not (known$3.state = 'PUBLISHED' and (known$3.term_ends_on is null or known$3.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (coalesce((
      select rule$15.area_code
      from subject rule$15
      where rule$15.id = known$3.subject_id), (
      select rule$14.area_code
      from court rule$14
      where rule$14.code = known$3.court_code)) ^@ any($2::text[]) or known$3.court_code = any($3::text[])))))) offset 0) or exists (
    select
    from "performance_certificate" known$18
    where known$18."subject_id" = subject$1.id and (((coalesce((
      select rule$20.area_code
      from subject rule$20
      where rule$20.id = known$18.subject_id), (
      select rule$19.area_code
      from court rule$19
      where rule$19.code = known$18.court_code)) ^@ any($2::text[]) or known$18.court_code = any($3::text[])))) offset 0) or exists (
    select
    from "honest_listing" known$21
    where known$21."subject_id" = subject$1.id and (((known$21.subject_kind <> 'NATURAL_PERSON')) or ((known$21.subject_kind = 'NATURAL_PERSON') and (coalesce((
      select rule$23.area_code
      from subject rule$23
      where rule$23.id = known$21.subject_id), (
      select rule$22.area_code
      from court rule$22
      where rule$22.code = known$21.court_code)) ^@ any($2::text[]) or known$21.court_code = any($3::text[])))) offset 0))) or subject$1."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION'))
  limit 1), (
  select json_build_object('$', licence$37."subject_id", '__typename', 'Licence'::text, 'id', licence$37."id"::text)
  from "licence" licence$37
  where licence$37.id = $1::uuid and (((licence$37.subject_kind <> 'NATURAL_PERSON')) or ((licence$37.subject_kind = 'NATURAL_PERSON') and ((
    select rule$38.area_code
    from subject rule$38
    where rule$38.id = licence$37.subject_id) ^@ any($2::text[]) or exists (
    select
    from enforcement_case rule$39
    where rule$39.subject_id = licence$37.subject_id and (rule$39.court_code = any($3::text[]) or (
      select rule$43.area_code
      from subject rule$43
      where rule$43.id = licence$37.subject_id) is null and rule$39.court_code = any(array(
      select rule$40.code
      from unnest($2::text[]) rule$45(code) join court rule$40 on rule$40.area_code between rule$45.code and rule$45.code || '~')))) or exists (
    select
    from listing rule$41
    where rule$41.subject_id = licence$37.subject_id and (rule$41.court_code = any($3::text[]) or (
      select rule$44.area_code
      from subject rule$44
      where rule$44.id = licence$37.subject_id) is null and rule$41.kind <> 'SERIOUS_DISHONESTY' and rule$41.state = 'PUBLISHED' and (rule$41.term_ends_on is null or rule$41.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date) and rule$41.court_code = any(array(
      select rule$42.code
      from unnest($2::text[]) rule$46(code) join court rule$42 on rule$42.area_code between rule$46.code and rule$46.code || '~')))))))
  limit 1), (
  select json_build_object('$', penalty$47."subject_id", '__typename', 'Penalty'::text, 'id', penalty$47."id"::text)
  from "penalty" penalty$47
  where penalty$47.id = $1::uuid and (((penalty$47.subject_kind <> 'NATURAL_PERSON')) or ((penalty$47.subject_kind = 'NATURAL_PERSON') and ((
    select rule$48.area_code
    from subject rule$48
    where rule$48.id = penalty$47.subject_id) ^@ any($2::text[]) or exists (
    select
    from enforcement_case rule$49
    where rule$49.subject_id = penalty$47.subject_id and (rule$49.court_code = any($3::text[]) or (
      select rule$53.area_code
      from subject rule$53
      where rule$53.id = penalty$47.subject_id) is null and rule$49.court_code = any(array(
      select rule$50.code
      from unnest($2::text[]) rule$55(code) join court rule$50 on rule$50.area_code between rule$55.code and rule$55.code || '~')))) or exists (
    select
    from listing rule$51
    where rule$51.subject_id = penalty$47.subject_id and (rule$51.court_code = any($3::text[]) or (
      select rule$54.area_code
      from subject rule$54
      where rule$54.id = penalty$47.subject_id) is null and rule$51.kind <> 'SERIOUS_DISHONESTY' and rule$51.state = 'PUBLISHED' and (rule$51.term_ends_on is null or rule$51.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date) and rule$51.court_code = any(array(
      select rule$52.code
      from unnest($2::text[]) rule$56(code) join court rule$52 on rule$52.area_code between rule$56.code and rule$56.code || '~')))))))
  limit 1), (
  select json_build_object('$', enforcement_case$57."subject_id", '__typename', 'Case'::text, 'id', enforcement_case$57."id"::text)
  from "enforcement_case" enforcement_case$57
  where enforcement_case$57.id = $1::uuid
  limit 1), (
  select json_build_object('$', case_party$58."subject_id", '__typename', 'CaseParty'::text, 'id', case_party$58."id"::text)
  from "case_party" case_party$58
  where case_party$58.id = $1::uuid and (((coalesce((
    select rule$60.area_code
    from subject rule$60
    where rule$60.id = case_party$58.subject_id), (
    select rule$59.area_code
    from court rule$59
    where rule$59.code = case_party$58.court_code)) ^@ any($2::text[]) or case_party$58.court_code = any($3::text[]))))
  limit 1), (
  select json_build_object('$', terminated_case$61."subject_id", '__typename', 'TerminatedCase'::text, 'id', terminated_case$61."id"::text)
  from "terminated_case" terminated_case$61
  where terminated_case$61.id = $1::uuid
  limit 1), (
  select json_build_object('$', performance_certificate$62."subject_id", '__typename', 'PerformanceCertificate'::text, 'id', performance_certificate$62."id"::text)
  from "performance_certificate" performance_certificate$62
  where performance_certificate$62.id = $1::uuid and (((coalesce((
    select rule$64.area_code
    from subject rule$64
    where rule$64.id = performance_certificate$62.subject_id), (
    select rule$63.area_code
    from court rule$63
    where rule$63.code = performance_certificate$62.court_code)) ^@ any($2::text[]) or performance_certificate$62.court_code = any($3::text[]))))
  limit 1), (
  select json_build_object('$', honest_listing$65."subject_id", '__typename', 'HonestListEntry'::text, 'id', honest_listing$65."id"::text)
  from "honest_listing" honest_listing$65
  where honest_listing$65.id = $1::uuid and (((honest_listing$65.subject_kind <> 'NATURAL_PERSON')) or ((honest_listing$65.subject_kind = 'NATURAL_PERSON') and (coalesce((
    select rule$67.area_code
    from subject rule$67
    where rule$67.id = honest_listing$65.subject_id), (
    select rule$66.area_code
    from court rule$66
    where rule$66.code = honest_listing$65.court_code)) ^@ any($2::text[]) or honest_listing$65.court_code = any($3::text[]))))
  limit 1), (
  select json_build_object('$', listing$68."subject_id", '__typename', case when listing$68."kind" in ('SX') then 'DishonestDebtorListing' when listing$68."kind" in ('CONSUMPTION_RESTRICTION') then 'ConsumptionRestriction' when listing$68."kind" in ('SERIOUS_DISHONESTY') then 'SeriousDishonestyListing' end, 'id', listing$68."id"::text, 'state', listing$68."state", 'publishedOn', listing$68."published_on")
  from "listing" listing$68
  where listing$68.id = $1::uuid and ((listing$68."kind" in ('SX') and (((listing$68.state = 'PUBLISHED' and (listing$68.term_ends_on is null or listing$68.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))) or ((listing$68.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (coalesce((
    select rule$70.area_code
    from subject rule$70
    where rule$70.id = listing$68.subject_id), (
    select rule$69.area_code
    from court rule$69
    where rule$69.code = listing$68.court_code)) ^@ any($2::text[]) or listing$68.court_code = any($3::text[]))) or (((listing$68.state in ('REMOVED', 'REVOKED') or (listing$68.state = 'PUBLISHED' and not (listing$68.state = 'PUBLISHED' and (listing$68.term_ends_on is null or listing$68.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (coalesce((
    select rule$72.area_code
    from subject rule$72
    where rule$72.id = listing$68.subject_id), (
    select rule$71.area_code
    from court rule$71
    where rule$71.code = listing$68.court_code)) ^@ any($2::text[]) or listing$68.court_code = any($3::text[]))))) or (listing$68."kind" in ('CONSUMPTION_RESTRICTION') and (((listing$68.state = 'PUBLISHED' and (listing$68.term_ends_on is null or listing$68.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))) or ((listing$68.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (coalesce((
    select rule$74.area_code
    from subject rule$74
    where rule$74.id = listing$68.subject_id), (
    select rule$73.area_code
    from court rule$73
    where rule$73.code = listing$68.court_code)) ^@ any($2::text[]) or listing$68.court_code = any($3::text[]))) or (((listing$68.state in ('REMOVED', 'REVOKED') or (listing$68.state = 'PUBLISHED' and not (listing$68.state = 'PUBLISHED' and (listing$68.term_ends_on is null or listing$68.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (coalesce((
    select rule$76.area_code
    from subject rule$76
    where rule$76.id = listing$68.subject_id), (
    select rule$75.area_code
    from court rule$75
    where rule$75.code = listing$68.court_code)) ^@ any($2::text[]) or listing$68.court_code = any($3::text[]))))) or (listing$68."kind" in ('SERIOUS_DISHONESTY') and (((listing$68.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (coalesce((
    select rule$78.area_code
    from subject rule$78
    where rule$78.id = listing$68.subject_id), (
    select rule$77.area_code
    from court rule$77
    where rule$77.code = listing$68.court_code)) ^@ any($2::text[]) or listing$68.court_code = any($3::text[]))) or (((listing$68.state in ('REMOVED', 'REVOKED') or (listing$68.state = 'PUBLISHED' and not (listing$68.state = 'PUBLISHED' and (listing$68.term_ends_on is null or listing$68.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (coalesce((
    select rule$80.area_code
    from subject rule$80
    where rule$80.id = listing$68.subject_id), (
    select rule$79.area_code
    from court rule$79
    where rule$79.code = listing$68.court_code)) ^@ any($2::text[]) or listing$68.court_code = any($3::text[]))))))
  limit 1), (
  select json_build_object('$', former_name$81."subject_id", '__typename', 'FormerName'::text, 'id', former_name$81."id"::text)
  from "former_name" former_name$81
  where former_name$81.id = $1::uuid and (((former_name$81.subject_kind <> 'NATURAL_PERSON')) or ((former_name$81.subject_kind = 'NATURAL_PERSON') and ((
    select rule$82.area_code
    from subject rule$82
    where rule$82.id = former_name$81.subject_id) ^@ any($2::text[]) or exists (
    select
    from enforcement_case rule$83
    where rule$83.subject_id = former_name$81.subject_id and (rule$83.court_code = any($3::text[]) or (
      select rule$87.area_code
      from subject rule$87
      where rule$87.id = former_name$81.subject_id) is null and rule$83.court_code = any(array(
      select rule$84.code
      from unnest($2::text[]) rule$89(code) join court rule$84 on rule$84.area_code between rule$89.code and rule$89.code || '~')))) or exists (
    select
    from listing rule$85
    where rule$85.subject_id = former_name$81.subject_id and (rule$85.court_code = any($3::text[]) or (
      select rule$88.area_code
      from subject rule$88
      where rule$88.id = former_name$81.subject_id) is null and rule$85.kind <> 'SERIOUS_DISHONESTY' and rule$85.state = 'PUBLISHED' and (rule$85.term_ends_on is null or rule$85.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date) and rule$85.court_code = any(array(
      select rule$86.code
      from unnest($2::text[]) rule$90(code) join court rule$86 on rule$86.area_code between rule$90.code and rule$90.code || '~')))))))
  limit 1), (
  select json_build_object('$', responsible_person$91."subject_id", '__typename', 'ResponsiblePerson'::text, 'id', responsible_person$91."id"::text)
  from "responsible_person" responsible_person$91
  where responsible_person$91.id = $1::uuid and (((exists (
    select
    from listing rule$92
    where rule$92.subject_id = responsible_person$91.subject_id and rule$92.case_number = responsible_person$91.case_number and rule$92.kind = 'SX' and rule$92.state = 'PUBLISHED' and (rule$92.term_ends_on is null or rule$92.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)))) or ((not exists (
    select
    from listing rule$93
    where rule$93.subject_id = responsible_person$91.subject_id and rule$93.case_number = responsible_person$91.case_number and rule$93.kind = 'SX' and rule$93.state = 'PUBLISHED' and (rule$93.term_ends_on is null or rule$93.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)) and exists (
    select
    from listing rule$94
    where rule$94.subject_id = responsible_person$91.subject_id and rule$94.case_number = responsible_person$91.case_number and rule$94.state in ('PROPOSED', 'GRACE', 'SHIELDED'))) and ((
    select rule$95.area_code
    from subject rule$95
    where rule$95.id = responsible_person$91.subject_id) ^@ any($2::text[]) or exists (
    select
    from enforcement_case rule$96
    where rule$96.subject_id = responsible_person$91.subject_id and (rule$96.court_code = any($3::text[]) or (
      select rule$100.area_code
      from subject rule$100
      where rule$100.id = responsible_person$91.subject_id) is null and rule$96.court_code = any(array(
      select rule$97.code
      from unnest($2::text[]) rule$102(code) join court rule$97 on rule$97.area_code between rule$102.code and rule$102.code || '~')))) or exists (
    select
    from listing rule$98
    where rule$98.subject_id = responsible_person$91.subject_id and (rule$98.court_code = any($3::text[]) or (
      select rule$101.area_code
      from subject rule$101
      where rule$101.id = responsible_person$91.subject_id) is null and rule$98.kind <> 'SERIOUS_DISHONESTY' and rule$98.state = 'PUBLISHED' and (rule$98.term_ends_on is null or rule$98.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date) and rule$98.court_code = any(array(
      select rule$99.code
      from unnest($2::text[]) rule$103(code) join court rule$99 on rule$99.area_code between rule$103.code and rule$103.code || '~')))))) or ((not exists (
    select
    from listing rule$104
    where rule$104.subject_id = responsible_person$91.subject_id and rule$104.case_number = responsible_person$91.case_number and rule$104.kind = 'SX' and rule$104.state = 'PUBLISHED' and (rule$104.term_ends_on is null or rule$104.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)) and not exists (
    select
    from listing rule$105
    where rule$105.subject_id = responsible_person$91.subject_id and rule$105.case_number = responsible_person$91.case_number and rule$105.state in ('PROPOSED', 'GRACE', 'SHIELDED'))) and ((
    select rule$106.area_code
    from subject rule$106
    where rule$106.id = responsible_person$91.subject_id) ^@ any($2::text[]) or exists (
    select
    from enforcement_case rule$107
    where rule$107.subject_id = responsible_person$91.subject_id and (rule$107.court_code = any($3::text[]) or (
      select rule$111.area_code
      from subject rule$111
      where rule$111.id = responsible_person$91.subject_id) is null and rule$107.court_code = any(array(
      select rule$108.code
      from unnest($2::text[]) rule$113(code) join court rule$108 on rule$108.area_code between rule$113.code and rule$113.code || '~')))) or exists (
    select
    from listing rule$109
    where rule$109.subject_id = responsible_person$91.subject_id and (rule$109.court_code = any($3::text[]) or (
      select rule$112.area_code
      from subject rule$112
      where rule$112.id = responsible_person$91.subject_id) is null and rule$109.kind <> 'SERIOUS_DISHONESTY' and rule$109.state = 'PUBLISHED' and (rule$109.term_ends_on is null or rule$109.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date) and rule$109.court_code = any(array(
      select rule$110.code
      from unnest($2::text[]) rule$114(code) join court rule$110 on rule$110.area_code between rule$114.code and rule$114.code || '~')))))))
  limit 1), (
  select json_build_object('__typename', 'Agency'::text, 'id', agency$115."id"::text)
  from "agency" agency$115
  where agency$115.id = $1::uuid
  limit 1), (
  select json_build_object('__typename', 'Area'::text, 'id', area$116."id"::text)
  from "area" area$116
  where area$116.id = $1::uuid
  limit 1), (
  select json_build_object('__typename', 'Source'::text, 'id', source$117."id"::text)
  from "source" source$117
  where source$117.id = $1::uuid and (((false)))
  limit 1), (
  select json_build_object('__typename', 'Batch'::text, 'id', batch$118."id"::text)
  from "batch" batch$118
  where batch$118.id = $1::uuid and (((batch$118.provider_code = $5::text)))
  limit 1), (
  select json_build_object('__typename', 'Court'::text, 'id', court$119."id"::text)
  from "court" court$119
  where court$119.id = $1::uuid
  limit 1), (
  select json_build_object('__typename', 'Measure'::text, 'id', measure$120."id"::text)
  from "measure" measure$120
  where measure$120.id = $1::uuid
  limit 1), (
  select json_build_object('__typename', 'Screening'::text, 'id', screening$121."id"::text)
  from "screening" screening$121
  where screening$121.id = $1::uuid and (((screening$121.agency_code = $5::text)))
  limit 1), (
  select json_build_object('__typename', 'ScreeningItem'::text, 'id', screening_item$122."id"::text)
  from "screening_item" screening_item$122
  where screening_item$122.id = $1::uuid and (((screening_item$122.agency_code = $5::text)))
  limit 1), (
  select json_build_object('__typename', 'ScreeningHit'::text, 'id', screening_hit$123."id"::text)
  from "screening_hit" screening_hit$123
  where screening_hit$123.id = $1::uuid and (((screening_hit$123.agency_code = $5::text)))
  limit 1), (
  select json_build_object('__typename', 'Instruction'::text, 'id', screening_instruction$124."id"::text)
  from "screening_instruction" screening_instruction$124
  where screening_instruction$124.id = $1::uuid and (((screening_instruction$124.agency_code = $5::text)))
  limit 1), (
  select json_build_object('__typename', 'Feedback'::text, 'id', feedback$125."id"::text)
  from "feedback" feedback$125
  where feedback$125.id = $1::uuid and (((feedback$125.agency_code = $5::text)))
  limit 1), (
  select json_build_object('__typename', 'GovernmentDebtorSnapshot'::text, 'id', government_debtor_snapshot$126."id"::text)
  from "government_debtor_snapshot" government_debtor_snapshot$126
  where government_debtor_snapshot$126.id = $1::uuid
  limit 1), (
  select json_build_object('__typename', 'GovernmentDebtorEntry'::text, 'id', government_debtor_entry$127."id"::text)
  from "government_debtor_entry" government_debtor_entry$127
  where government_debtor_entry$127.id = $1::uuid
  limit 1), (
  select json_build_object('__typename', 'WorkDay'::text, 'id', work_day$128."id"::text)
  from "work_day" work_day$128
  where work_day$128.id = $1::uuid
  limit 1)))
