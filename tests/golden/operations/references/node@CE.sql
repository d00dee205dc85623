select json_build_object('node', coalesce((
  select (
    select case when subject$1."kind" in ('NATURAL_PERSON') then json_build_object('$', subject$1."id", '__typename', values$23."v$0", 'id', values$23."v$1", 'kind', values$23."v$2", 'name', values$23."v$3", 'idNumber', values$23."v$4") when subject$1."kind" in ('ENTERPRISE') then json_build_object('$', subject$1."id", '__typename', values$23."v$0", 'id', values$23."v$1", 'kind', values$23."v$2", 'name', values$23."v$3", 'creditCode', values$23."v$5") when subject$1."kind" in ('GOVERNMENT_BODY', 'OTHER_ORGANISATION') then json_build_object('$', subject$1."id", '__typename', values$23."v$0", 'id', values$23."v$1", 'kind', values$23."v$2", 'name', values$23."v$3") end
    from (
      select case when subject$1."kind" in ('NATURAL_PERSON') then 'NaturalPerson' when subject$1."kind" in ('ENTERPRISE') then 'Enterprise' when subject$1."kind" in ('GOVERNMENT_BODY') then 'GovernmentBody' when subject$1."kind" in ('OTHER_ORGANISATION') then 'OtherOrganisation' end as "v$0", subject$1."id"::text as "v$1", subject$1."kind" as "v$2", case when subject$1."kind" in ('NATURAL_PERSON') then case when (subject$1.area_code ^@ any($2::text[]) or exists (
        select
        from enforcement_case rule$24
        where rule$24.subject_id = subject$1.id and (rule$24.court_code = any($3::text[]) or subject$1.area_code is null and rule$24.court_code = any(array(
          select rule$25.code
          from unnest($2::text[]) rule$28(code) join court rule$25 on rule$25.area_code between rule$28.code and rule$28.code || '~')))) or exists (
        select
        from listing rule$26
        where rule$26.subject_id = subject$1.id and (rule$26.court_code = any($3::text[]) or subject$1.area_code is null and rule$26.kind <> 'SERIOUS_DISHONESTY' and rule$26.state = 'PUBLISHED' and (rule$26.term_ends_on is null or rule$26.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date) and rule$26.court_code = any(array(
          select rule$27.code
          from unnest($2::text[]) rule$29(code) join court rule$27 on rule$27.area_code between rule$29.code and rule$29.code || '~'))))) then subject$1."name" else case when char_length(subject$1."name") <= 1 or subject$1."name" = 'ERASED' then '*' when char_length(subject$1."name") = 2 then rpad(left(subject$1."name", 1), 2, '*') when position('·' in subject$1."name") > 0 then left(subject$1."name", 1) || '**' else left(subject$1."name", 1) || case char_length(subject$1."name") when 3 then '*' else '**' end || right(subject$1."name", 1) end end when subject$1."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION') then subject$1."name" end as "v$3", case when (subject$1.area_code ^@ any($2::text[]) or exists (
        select
        from enforcement_case rule$30
        where rule$30.subject_id = subject$1.id and (rule$30.court_code = any($3::text[]) or subject$1.area_code is null and rule$30.court_code = any(array(
          select rule$31.code
          from unnest($2::text[]) rule$34(code) join court rule$31 on rule$31.area_code between rule$34.code and rule$34.code || '~')))) or exists (
        select
        from listing rule$32
        where rule$32.subject_id = subject$1.id and (rule$32.court_code = any($3::text[]) or subject$1.area_code is null and rule$32.kind <> 'SERIOUS_DISHONESTY' and rule$32.state = 'PUBLISHED' and (rule$32.term_ends_on is null or rule$32.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date) and rule$32.court_code = any(array(
          select rule$33.code
          from unnest($2::text[]) rule$35(code) join court rule$33 on rule$33.area_code between rule$35.code and rule$35.code || '~'))))) then coalesce($4::text || 's' || encode(subject$1."id_number_sealed", 'hex') || coalesce('.' || encode((
        select key$.key_sealed
        from person_key key$
        where key$.owner_id = subject$1.id), 'hex'), '') || '@', subject$1."id_number_masked") else case when subject$1."id_number_masked" = 'ERASED' then repeat('*', 18) else subject$1."id_number_masked" end end as "v$4", subject$1."credit_code" as "v$5" offset 0) values$23)
  from "subject" subject$1
  where subject$1.id = $1::uuid and ((subject$1."kind" in ('NATURAL_PERSON') and (exists (
    select
    from "enforcement_case" known$15
    where known$15."subject_id" = subject$1.id offset 0) or exists (
    select
    from "terminated_case" known$16
    where known$16."subject_id" = subject$1.id offset 0) or exists (
    select
    from "listing" known$2
    where known$2."subject_id" = subject$1.id and ((known$2."kind" in ('SX') and (((known$2.state = 'PUBLISHED' and (known$2.term_ends_on is null or known$2.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))) or ((known$2.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (coalesce((
      select rule$4.area_code
      from subject rule$4
      where rule$4.id = known$2.subject_id), (
      select rule$3.area_code
      from court rule$3
      where rule$3.code = known$2.court_code)) ^@ any($2::text[]) or known$2.court_code = any($3::text[]))) or (((known$2.state in ('REMOVED', 'REVOKED') or (known$2.state = 'PUBLISHED' and not (known$2.state = 'PUBLISHED' and (known$2.term_ends_on is null or known$2.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (coalesce((
      select rule$6.area_code
      from subject rule$6
      where rule$6.id = known$2.subject_id), (
      select rule$5.area_code
      from court rule$5
      where rule$5.code = known$2.court_code)) ^@ any($2::text[]) or known$2.court_code = any($3::text[]))))) or (known$2."kind" in ('CONSUMPTION_RESTRICTION') and (((known$2.state = 'PUBLISHED' and (known$2.term_ends_on is null or known$2.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))) or ((known$2.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (coalesce((
      select rule$8.area_code
      from subject rule$8
      where rule$8.id = known$2.subject_id), (
      select rule$7.area_code
      from court rule$7
      where rule$7.code = known$2.court_code)) ^@ any($2::text[]) or known$2.court_code = any($3::text[]))) or (((known$2.state in ('REMOVED', 'REVOKED') or (known$2.state = 'PUBLISHED' and not (known$2.state = 'PUBLISHED' and (known$2.term_ends_on is null or known$2.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (coalesce((
      select rule$10.area_code
      from subject rule$10
      where rule$10.id = known$2.subject_id), (
      select rule$9.area_code
      from court rule$9
      where rule$9.code = known$2.court_code)) ^@ any($2::text[]) or known$2.court_code = any($3::text[]))))) or (known$2."kind" in ('SERIOUS_DISHONESTY') and (((known$2.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (coalesce((
      select rule$12.area_code
      from subject rule$12
      where rule$12.id = known$2.subject_id), (
      select rule$11.area_code
      from court rule$11
      where rule$11.code = known$2.court_code)) ^@ any($2::text[]) or known$2.court_code = any($3::text[]))) or (((known$2.state in ('REMOVED', 'REVOKED') or (known$2.state = 'PUBLISHED' and not (known$2.state = 'PUBLISHED' and (known$2.term_ends_on is null or known$2.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (coalesce((
      select rule$14.area_code
      from subject rule$14
      where rule$14.id = known$2.subject_id), (
      select rule$13.area_code
      from court rule$13
      where rule$13.code = known$2.court_code)) ^@ any($2::text[]) or known$2.court_code = any($3::text[])))))) offset 0) or exists (
    select
    from "performance_certificate" known$17
    where known$17."subject_id" = subject$1.id and (((coalesce((
      select rule$19.area_code
      from subject rule$19
      where rule$19.id = known$17.subject_id), (
      select rule$18.area_code
      from court rule$18
      where rule$18.code = known$17.court_code)) ^@ any($2::text[]) or known$17.court_code = any($3::text[])))) offset 0) or exists (
    select
    from "honest_listing" known$20
    where known$20."subject_id" = subject$1.id and (((known$20.subject_kind <> 'NATURAL_PERSON')) or ((known$20.subject_kind = 'NATURAL_PERSON') and (coalesce((
      select rule$22.area_code
      from subject rule$22
      where rule$22.id = known$20.subject_id), (
      select rule$21.area_code
      from court rule$21
      where rule$21.code = known$20.court_code)) ^@ any($2::text[]) or known$20.court_code = any($3::text[])))) offset 0))) or subject$1."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION'))
  limit 1), (
  select json_build_object('$', licence$36."subject_id", '__typename', 'Licence'::text, 'id', licence$36."id"::text)
  from "licence" licence$36
  where licence$36.id = $1::uuid and (((licence$36.subject_kind <> 'NATURAL_PERSON')) or ((licence$36.subject_kind = 'NATURAL_PERSON') and ((
    select rule$37.area_code
    from subject rule$37
    where rule$37.id = licence$36.subject_id) ^@ any($2::text[]) or exists (
    select
    from enforcement_case rule$38
    where rule$38.subject_id = licence$36.subject_id and (rule$38.court_code = any($3::text[]) or (
      select rule$42.area_code
      from subject rule$42
      where rule$42.id = licence$36.subject_id) is null and rule$38.court_code = any(array(
      select rule$39.code
      from unnest($2::text[]) rule$44(code) join court rule$39 on rule$39.area_code between rule$44.code and rule$44.code || '~')))) or exists (
    select
    from listing rule$40
    where rule$40.subject_id = licence$36.subject_id and (rule$40.court_code = any($3::text[]) or (
      select rule$43.area_code
      from subject rule$43
      where rule$43.id = licence$36.subject_id) is null and rule$40.kind <> 'SERIOUS_DISHONESTY' and rule$40.state = 'PUBLISHED' and (rule$40.term_ends_on is null or rule$40.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date) and rule$40.court_code = any(array(
      select rule$41.code
      from unnest($2::text[]) rule$45(code) join court rule$41 on rule$41.area_code between rule$45.code and rule$45.code || '~')))))))
  limit 1), (
  select json_build_object('$', penalty$46."subject_id", '__typename', 'Penalty'::text, 'id', penalty$46."id"::text)
  from "penalty" penalty$46
  where penalty$46.id = $1::uuid and (((penalty$46.subject_kind <> 'NATURAL_PERSON')) or ((penalty$46.subject_kind = 'NATURAL_PERSON') and ((
    select rule$47.area_code
    from subject rule$47
    where rule$47.id = penalty$46.subject_id) ^@ any($2::text[]) or exists (
    select
    from enforcement_case rule$48
    where rule$48.subject_id = penalty$46.subject_id and (rule$48.court_code = any($3::text[]) or (
      select rule$52.area_code
      from subject rule$52
      where rule$52.id = penalty$46.subject_id) is null and rule$48.court_code = any(array(
      select rule$49.code
      from unnest($2::text[]) rule$54(code) join court rule$49 on rule$49.area_code between rule$54.code and rule$54.code || '~')))) or exists (
    select
    from listing rule$50
    where rule$50.subject_id = penalty$46.subject_id and (rule$50.court_code = any($3::text[]) or (
      select rule$53.area_code
      from subject rule$53
      where rule$53.id = penalty$46.subject_id) is null and rule$50.kind <> 'SERIOUS_DISHONESTY' and rule$50.state = 'PUBLISHED' and (rule$50.term_ends_on is null or rule$50.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date) and rule$50.court_code = any(array(
      select rule$51.code
      from unnest($2::text[]) rule$55(code) join court rule$51 on rule$51.area_code between rule$55.code and rule$55.code || '~')))))))
  limit 1), (
  select json_build_object('$', enforcement_case$56."subject_id", '__typename', 'Case'::text, 'id', enforcement_case$56."id"::text)
  from "enforcement_case" enforcement_case$56
  where enforcement_case$56.id = $1::uuid
  limit 1), (
  select json_build_object('$', case_party$57."subject_id", '__typename', 'CaseParty'::text, 'id', case_party$57."id"::text)
  from "case_party" case_party$57
  where case_party$57.id = $1::uuid and (((coalesce((
    select rule$59.area_code
    from subject rule$59
    where rule$59.id = case_party$57.subject_id), (
    select rule$58.area_code
    from court rule$58
    where rule$58.code = case_party$57.court_code)) ^@ any($2::text[]) or case_party$57.court_code = any($3::text[]))))
  limit 1), (
  select json_build_object('$', terminated_case$60."subject_id", '__typename', 'TerminatedCase'::text, 'id', terminated_case$60."id"::text)
  from "terminated_case" terminated_case$60
  where terminated_case$60.id = $1::uuid
  limit 1), (
  select json_build_object('$', performance_certificate$61."subject_id", '__typename', 'PerformanceCertificate'::text, 'id', performance_certificate$61."id"::text)
  from "performance_certificate" performance_certificate$61
  where performance_certificate$61.id = $1::uuid and (((coalesce((
    select rule$63.area_code
    from subject rule$63
    where rule$63.id = performance_certificate$61.subject_id), (
    select rule$62.area_code
    from court rule$62
    where rule$62.code = performance_certificate$61.court_code)) ^@ any($2::text[]) or performance_certificate$61.court_code = any($3::text[]))))
  limit 1), (
  select json_build_object('$', honest_listing$64."subject_id", '__typename', 'HonestListEntry'::text, 'id', honest_listing$64."id"::text)
  from "honest_listing" honest_listing$64
  where honest_listing$64.id = $1::uuid and (((honest_listing$64.subject_kind <> 'NATURAL_PERSON')) or ((honest_listing$64.subject_kind = 'NATURAL_PERSON') and (coalesce((
    select rule$66.area_code
    from subject rule$66
    where rule$66.id = honest_listing$64.subject_id), (
    select rule$65.area_code
    from court rule$65
    where rule$65.code = honest_listing$64.court_code)) ^@ any($2::text[]) or honest_listing$64.court_code = any($3::text[]))))
  limit 1), (
  select json_build_object('$', listing$67."subject_id", '__typename', case when listing$67."kind" in ('SX') then 'DishonestDebtorListing' when listing$67."kind" in ('CONSUMPTION_RESTRICTION') then 'ConsumptionRestriction' when listing$67."kind" in ('SERIOUS_DISHONESTY') then 'SeriousDishonestyListing' end, 'id', listing$67."id"::text, 'state', listing$67."state", 'publishedOn', listing$67."published_on")
  from "listing" listing$67
  where listing$67.id = $1::uuid and ((listing$67."kind" in ('SX') and (((listing$67.state = 'PUBLISHED' and (listing$67.term_ends_on is null or listing$67.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))) or ((listing$67.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (coalesce((
    select rule$69.area_code
    from subject rule$69
    where rule$69.id = listing$67.subject_id), (
    select rule$68.area_code
    from court rule$68
    where rule$68.code = listing$67.court_code)) ^@ any($2::text[]) or listing$67.court_code = any($3::text[]))) or (((listing$67.state in ('REMOVED', 'REVOKED') or (listing$67.state = 'PUBLISHED' and not (listing$67.state = 'PUBLISHED' and (listing$67.term_ends_on is null or listing$67.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (coalesce((
    select rule$71.area_code
    from subject rule$71
    where rule$71.id = listing$67.subject_id), (
    select rule$70.area_code
    from court rule$70
    where rule$70.code = listing$67.court_code)) ^@ any($2::text[]) or listing$67.court_code = any($3::text[]))))) or (listing$67."kind" in ('CONSUMPTION_RESTRICTION') and (((listing$67.state = 'PUBLISHED' and (listing$67.term_ends_on is null or listing$67.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))) or ((listing$67.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (coalesce((
    select rule$73.area_code
    from subject rule$73
    where rule$73.id = listing$67.subject_id), (
    select rule$72.area_code
    from court rule$72
    where rule$72.code = listing$67.court_code)) ^@ any($2::text[]) or listing$67.court_code = any($3::text[]))) or (((listing$67.state in ('REMOVED', 'REVOKED') or (listing$67.state = 'PUBLISHED' and not (listing$67.state = 'PUBLISHED' and (listing$67.term_ends_on is null or listing$67.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (coalesce((
    select rule$75.area_code
    from subject rule$75
    where rule$75.id = listing$67.subject_id), (
    select rule$74.area_code
    from court rule$74
    where rule$74.code = listing$67.court_code)) ^@ any($2::text[]) or listing$67.court_code = any($3::text[]))))) or (listing$67."kind" in ('SERIOUS_DISHONESTY') and (((listing$67.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (coalesce((
    select rule$77.area_code
    from subject rule$77
    where rule$77.id = listing$67.subject_id), (
    select rule$76.area_code
    from court rule$76
    where rule$76.code = listing$67.court_code)) ^@ any($2::text[]) or listing$67.court_code = any($3::text[]))) or (((listing$67.state in ('REMOVED', 'REVOKED') or (listing$67.state = 'PUBLISHED' and not (listing$67.state = 'PUBLISHED' and (listing$67.term_ends_on is null or listing$67.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (coalesce((
    select rule$79.area_code
    from subject rule$79
    where rule$79.id = listing$67.subject_id), (
    select rule$78.area_code
    from court rule$78
    where rule$78.code = listing$67.court_code)) ^@ any($2::text[]) or listing$67.court_code = any($3::text[]))))))
  limit 1), (
  select json_build_object('$', former_name$80."subject_id", '__typename', 'FormerName'::text, 'id', former_name$80."id"::text)
  from "former_name" former_name$80
  where former_name$80.id = $1::uuid and (((former_name$80.subject_kind <> 'NATURAL_PERSON')) or ((former_name$80.subject_kind = 'NATURAL_PERSON') and ((
    select rule$81.area_code
    from subject rule$81
    where rule$81.id = former_name$80.subject_id) ^@ any($2::text[]) or exists (
    select
    from enforcement_case rule$82
    where rule$82.subject_id = former_name$80.subject_id and (rule$82.court_code = any($3::text[]) or (
      select rule$86.area_code
      from subject rule$86
      where rule$86.id = former_name$80.subject_id) is null and rule$82.court_code = any(array(
      select rule$83.code
      from unnest($2::text[]) rule$88(code) join court rule$83 on rule$83.area_code between rule$88.code and rule$88.code || '~')))) or exists (
    select
    from listing rule$84
    where rule$84.subject_id = former_name$80.subject_id and (rule$84.court_code = any($3::text[]) or (
      select rule$87.area_code
      from subject rule$87
      where rule$87.id = former_name$80.subject_id) is null and rule$84.kind <> 'SERIOUS_DISHONESTY' and rule$84.state = 'PUBLISHED' and (rule$84.term_ends_on is null or rule$84.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date) and rule$84.court_code = any(array(
      select rule$85.code
      from unnest($2::text[]) rule$89(code) join court rule$85 on rule$85.area_code between rule$89.code and rule$89.code || '~')))))))
  limit 1), (
  select json_build_object('$', responsible_person$90."subject_id", '__typename', 'ResponsiblePerson'::text, 'id', responsible_person$90."id"::text)
  from "responsible_person" responsible_person$90
  where responsible_person$90.id = $1::uuid and (((exists (
    select
    from listing rule$91
    where rule$91.subject_id = responsible_person$90.subject_id and rule$91.case_number = responsible_person$90.case_number and rule$91.kind = 'SX' and rule$91.state = 'PUBLISHED' and (rule$91.term_ends_on is null or rule$91.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)))) or ((not exists (
    select
    from listing rule$92
    where rule$92.subject_id = responsible_person$90.subject_id and rule$92.case_number = responsible_person$90.case_number and rule$92.kind = 'SX' and rule$92.state = 'PUBLISHED' and (rule$92.term_ends_on is null or rule$92.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)) and exists (
    select
    from listing rule$93
    where rule$93.subject_id = responsible_person$90.subject_id and rule$93.case_number = responsible_person$90.case_number and rule$93.state in ('PROPOSED', 'GRACE', 'SHIELDED'))) and ((
    select rule$94.area_code
    from subject rule$94
    where rule$94.id = responsible_person$90.subject_id) ^@ any($2::text[]) or exists (
    select
    from enforcement_case rule$95
    where rule$95.subject_id = responsible_person$90.subject_id and (rule$95.court_code = any($3::text[]) or (
      select rule$99.area_code
      from subject rule$99
      where rule$99.id = responsible_person$90.subject_id) is null and rule$95.court_code = any(array(
      select rule$96.code
      from unnest($2::text[]) rule$101(code) join court rule$96 on rule$96.area_code between rule$101.code and rule$101.code || '~')))) or exists (
    select
    from listing rule$97
    where rule$97.subject_id = responsible_person$90.subject_id and (rule$97.court_code = any($3::text[]) or (
      select rule$100.area_code
      from subject rule$100
      where rule$100.id = responsible_person$90.subject_id) is null and rule$97.kind <> 'SERIOUS_DISHONESTY' and rule$97.state = 'PUBLISHED' and (rule$97.term_ends_on is null or rule$97.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date) and rule$97.court_code = any(array(
      select rule$98.code
      from unnest($2::text[]) rule$102(code) join court rule$98 on rule$98.area_code between rule$102.code and rule$102.code || '~')))))) or ((not exists (
    select
    from listing rule$103
    where rule$103.subject_id = responsible_person$90.subject_id and rule$103.case_number = responsible_person$90.case_number and rule$103.kind = 'SX' and rule$103.state = 'PUBLISHED' and (rule$103.term_ends_on is null or rule$103.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)) and not exists (
    select
    from listing rule$104
    where rule$104.subject_id = responsible_person$90.subject_id and rule$104.case_number = responsible_person$90.case_number and rule$104.state in ('PROPOSED', 'GRACE', 'SHIELDED'))) and ((
    select rule$105.area_code
    from subject rule$105
    where rule$105.id = responsible_person$90.subject_id) ^@ any($2::text[]) or exists (
    select
    from enforcement_case rule$106
    where rule$106.subject_id = responsible_person$90.subject_id and (rule$106.court_code = any($3::text[]) or (
      select rule$110.area_code
      from subject rule$110
      where rule$110.id = responsible_person$90.subject_id) is null and rule$106.court_code = any(array(
      select rule$107.code
      from unnest($2::text[]) rule$112(code) join court rule$107 on rule$107.area_code between rule$112.code and rule$112.code || '~')))) or exists (
    select
    from listing rule$108
    where rule$108.subject_id = responsible_person$90.subject_id and (rule$108.court_code = any($3::text[]) or (
      select rule$111.area_code
      from subject rule$111
      where rule$111.id = responsible_person$90.subject_id) is null and rule$108.kind <> 'SERIOUS_DISHONESTY' and rule$108.state = 'PUBLISHED' and (rule$108.term_ends_on is null or rule$108.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date) and rule$108.court_code = any(array(
      select rule$109.code
      from unnest($2::text[]) rule$113(code) join court rule$109 on rule$109.area_code between rule$113.code and rule$113.code || '~')))))))
  limit 1), (
  select json_build_object('__typename', 'Agency'::text, 'id', agency$114."id"::text)
  from "agency" agency$114
  where agency$114.id = $1::uuid
  limit 1), (
  select json_build_object('__typename', 'Area'::text, 'id', area$115."id"::text)
  from "area" area$115
  where area$115.id = $1::uuid
  limit 1), (
  select json_build_object('__typename', 'Source'::text, 'id', source$116."id"::text)
  from "source" source$116
  where source$116.id = $1::uuid and (((false)))
  limit 1), (
  select json_build_object('__typename', 'Batch'::text, 'id', batch$117."id"::text)
  from "batch" batch$117
  where batch$117.id = $1::uuid and (((batch$117.provider_code = $5::text)))
  limit 1), (
  select json_build_object('__typename', 'Court'::text, 'id', court$118."id"::text)
  from "court" court$118
  where court$118.id = $1::uuid
  limit 1), (
  select json_build_object('__typename', 'Measure'::text, 'id', measure$119."id"::text)
  from "measure" measure$119
  where measure$119.id = $1::uuid
  limit 1), (
  select json_build_object('__typename', 'Screening'::text, 'id', screening$120."id"::text)
  from "screening" screening$120
  where screening$120.id = $1::uuid and (((screening$120.agency_code = $5::text)))
  limit 1), (
  select json_build_object('__typename', 'ScreeningItem'::text, 'id', screening_item$121."id"::text)
  from "screening_item" screening_item$121
  where screening_item$121.id = $1::uuid and (((screening_item$121.agency_code = $5::text)))
  limit 1), (
  select json_build_object('__typename', 'ScreeningHit'::text, 'id', screening_hit$122."id"::text)
  from "screening_hit" screening_hit$122
  where screening_hit$122.id = $1::uuid and (((screening_hit$122.agency_code = $5::text)))
  limit 1), (
  select json_build_object('__typename', 'Instruction'::text, 'id', screening_instruction$123."id"::text)
  from "screening_instruction" screening_instruction$123
  where screening_instruction$123.id = $1::uuid and (((screening_instruction$123.agency_code = $5::text)))
  limit 1), (
  select json_build_object('__typename', 'Feedback'::text, 'id', feedback$124."id"::text)
  from "feedback" feedback$124
  where feedback$124.id = $1::uuid and (((feedback$124.agency_code = $5::text)))
  limit 1), (
  select json_build_object('__typename', 'GovernmentDebtorSnapshot'::text, 'id', government_debtor_snapshot$125."id"::text)
  from "government_debtor_snapshot" government_debtor_snapshot$125
  where government_debtor_snapshot$125.id = $1::uuid
  limit 1), (
  select json_build_object('__typename', 'GovernmentDebtorEntry'::text, 'id', government_debtor_entry$126."id"::text)
  from "government_debtor_entry" government_debtor_entry$126
  where government_debtor_entry$126.id = $1::uuid
  limit 1), (
  select json_build_object('__typename', 'WorkDay'::text, 'id', work_day$127."id"::text)
  from "work_day" work_day$127
  where work_day$127.id = $1::uuid
  limit 1)))
