import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"自定义表单","description":"自定义表单及其提交内容。","frontmatter":{"title":"自定义表单","description":"自定义表单及其提交内容。","layout":"category","view":{"title":"自定义表单","description":"自定义表单及其提交内容。","operations":[{"id":"smartFormFormUserList","title":"自定义表单用户与 表单关系列表","method":"GET","path":"/open-api/smart_form/form/user/list","call":"smartForm.formUserList"},{"id":"smartFormFormUserSubmitList","title":"自定义表单提交数据详情列表","method":"GET","path":"/open-api/smart_form/form/user/submit/list","call":"smartForm.formUserSubmitList"},{"id":"smartFormGroupList","title":"获取自定义表单分组列表","method":"GET","path":"/open-api/smart_form/group/list","call":"smartForm.groupList"}]}},"headers":[],"relativePath":"categories/custom-forms.md","filePath":"categories/custom-forms.md"}');
const _sfc_main = { name: "categories/custom-forms.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("categories/custom-forms.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const customForms = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  customForms as default
};
